import { z } from 'zod';
import { type InvoiceFilters, readInvoiceListText } from './invoice-filters';

const Stored = z.object({ query: z.string(), by: z.string() });

/** Reads what was put on the list: invoices that the worker is to print, and the name of whoever asked. @throws ZodError when it is none of ours. */
export function readInvoiceJob(
  params: unknown,
  usualCurrency: string,
): { readonly filters: InvoiceFilters; readonly by: string } {
  const { query, by } = Stored.parse(params);
  return { filters: readInvoiceListText(query, usualCurrency), by };
}
