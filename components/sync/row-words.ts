import type { SourceObject } from '@/lib/sources/facts';

/** What a row of the other books is called. */
export const OBJECT_WORDS: Readonly<Record<SourceObject, string>> = {
  contact: 'Contact',
  invoice: 'Invoice',
  credit_memo: 'Credit memo',
  payment: 'Payment',
};
