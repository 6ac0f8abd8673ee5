import { formatCount } from '@/lib/format';
import type { ImportKind } from './fields';

/** What each kind is called as a heading. */
export const KIND_HEADINGS: Readonly<Record<ImportKind, string>> = {
  customers: 'Customers',
  invoices: 'Invoices',
  payments: 'Payments',
  'opening-balances': 'Opening balances',
};

/** "1 invoice", "2,466 invoices". */
export function countOf(kind: ImportKind, count: number): string {
  return formatCount(count, KIND_HEADINGS[kind].toLowerCase().slice(0, -1));
}
