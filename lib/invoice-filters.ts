import { z } from 'zod';
import { type DocumentFilters, givenParams, readDocumentFilters, sharedParams } from './document-filters';
import type { SearchParams } from './filters';
import { paramsOf, withParams } from './url';

const SHOWS = ['all', 'owed', 'late', 'paid', 'void'] as const;

/** Which invoices are listed: all, those with something open, late ones, settled ones, voided ones. */
export type InvoiceShow = (typeof SHOWS)[number];

/** Everything that the list of invoices is a function of, besides the books themselves and today. */
export interface InvoiceFilters extends DocumentFilters<InvoiceShow> {
  /** Only of customers of this owner, or with this tag, as they are today; null for all. */
  readonly owner: string | null;
  readonly tag: string | null;
}

/** Reads the filters of the list of invoices from a URL; what cannot be read is named in `dropped`. */
export function readInvoiceFilters(
  params: SearchParams,
  usualCurrency: string,
): { filters: InvoiceFilters; dropped: string[] } {
  const { shared, read, dropped } = readDocumentFilters(params, usualCurrency, {
    shows: SHOWS,
    kind: 'invoice',
  });
  const text = z.string().trim().max(100);
  return { filters: { ...shared, owner: read('owner', text, null), tag: read('tag', text, null) }, dropped };
}

/** The parameters that bring filters back, without the page: the other direction of `readInvoiceFilters`. */
export function invoiceParams(filters: InvoiceFilters): Record<string, string | string[]> {
  return givenParams({
    ...sharedParams(filters, { usual: SHOWS[0], kind: 'invoice' }),
    owner: filters.owner ?? '',
    tag: filters.tag ?? '',
  });
}

/** A list of invoices as the address of one of them names it, so that its page leads to its neighbours; '' for all invoices. */
export function invoiceListText(filters: InvoiceFilters): string {
  return withParams('', invoiceParams(filters), {}).slice(1);
}

/** The list that such a text names: the other direction of `invoiceListText`. What cannot be read of it narrows nothing. */
export function readInvoiceListText(text: string, usualCurrency: string): InvoiceFilters {
  return readInvoiceFilters(paramsOf(new URLSearchParams(text)), usualCurrency).filters;
}
