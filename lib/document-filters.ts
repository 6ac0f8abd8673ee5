import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

const INVOICE_SHOWS = ['all', 'owed', 'late', 'paid', 'void'] as const;

/** Which invoices are listed: all, those with something open, late ones, settled ones, voided ones. */
export type InvoiceShow = (typeof INVOICE_SHOWS)[number];

/** What a list of documents is narrowed to. */
export interface DocumentFilters<S extends string> {
  /** Part of a number, a customer's name or code, or a payment's reference; '' for all. */
  readonly q: string;
  readonly show: S;
  readonly customerId: string | null;
  readonly currency: string | null;
  /** From 1. */
  readonly page: number;
}

/** Reads the filters of the list of invoices from a URL; what cannot be read is named in `dropped`. */
export function readInvoiceFilters(params: SearchParams) {
  return readFilters(params, INVOICE_SHOWS);
}

function readFilters<const S extends readonly ['all', ...string[]]>(
  params: SearchParams,
  shows: S,
): { filters: DocumentFilters<S[number]>; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters = {
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(shows), 'all' as const),
    customerId: read('customer', z.uuid(), null),
    currency: read('currency', z.string().refine(isCurrency), null),
    page: read('page', z.coerce.number().int().min(1).max(100_000), 1),
  };
  return { filters, dropped };
}

/** Whether a list is narrowed at all; otherwise an empty one means that there is nothing yet. */
export function isNarrowed({ q, show, customerId, currency }: DocumentFilters<string>): boolean {
  return q !== '' || show !== 'all' || customerId !== null || currency !== null;
}
