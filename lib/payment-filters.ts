import { z } from 'zod';
import { type DocumentFilters, givenParams, readDocumentFilters, sharedParams } from './document-filters';
import type { SearchParams } from './filters';

const SHOWS = ['all', 'unapplied', 'reversed'] as const;

/** Which payments are listed: all, those with money left, those that bounced or were taken back. */
export type PaymentShow = (typeof SHOWS)[number];

/** Everything that the list of payments is a function of, besides the books themselves. */
export interface PaymentFilters extends DocumentFilters<PaymentShow> {
  /** How it was paid, as it is written; null for any. */
  readonly method: string | null;
}

/** Reads the filters of the list of payments from a URL; what cannot be read is named in `dropped`. */
export function readPaymentFilters(
  params: SearchParams,
  usualCurrency: string,
): { filters: PaymentFilters; dropped: string[] } {
  const { shared, read, dropped } = readDocumentFilters(params, usualCurrency, {
    shows: SHOWS,
    kind: 'payment',
  });
  return { filters: { ...shared, method: read('method', z.string().trim().min(1).max(60), null) }, dropped };
}

/** The parameters that bring filters back, without the page: the other direction of `readPaymentFilters`. */
export function paymentParams(filters: PaymentFilters): Record<string, string | string[]> {
  return givenParams({
    ...sharedParams(filters, { usual: SHOWS[0], kind: 'payment' }),
    method: filters.method ?? '',
  });
}
