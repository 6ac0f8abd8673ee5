import { z } from 'zod';
import { type InvoiceFilters, readInvoiceFilters } from './invoice-filters';
import { paramsOf } from './url';

const Stored = z.object({ query: z.string(), by: z.string() });

/** Reads what was put on the list: invoices that the worker is to print, and the name of whoever asked. @throws ZodError when it is none of ours. */
export function readInvoiceJob(
  params: unknown,
  usualCurrency: string,
): { readonly filters: InvoiceFilters; readonly by: string } {
  const { query, by } = Stored.parse(params);
  const { filters } = readInvoiceFilters(paramsOf(new URLSearchParams(query)), usualCurrency);
  return { filters, by };
}
