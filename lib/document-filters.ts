import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import { type Minor, parseAmount } from './domain/money';
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

/** What the list of invoices is narrowed to. */
export interface InvoiceFilters extends DocumentFilters<InvoiceShow> {
  /** Days of issue, both included; null for any. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Bounds on the amount, both included, in `currency`, which they always come with; null for none. */
  readonly minMinor: Minor | null;
  readonly maxMinor: Minor | null;
  /** Only of customers of this owner, or with this tag, as they are today; null for all. */
  readonly owner: string | null;
  readonly tag: string | null;
}

/** Reads the filters of the list of invoices from a URL; what cannot be read is named in `dropped`. */
export function readInvoiceFilters(
  params: SearchParams,
  usualCurrency: string,
): { filters: InvoiceFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const given = read('currency', z.string().refine(isCurrency), null);
  const unit = given ?? usualCurrency;
  const amount = z.string().transform((text, ctx) => {
    const minor = parseAmount(text, unit);
    if (minor === null || minor < 0) ctx.addIssue({ code: 'custom' });
    return minor ?? z.NEVER;
  });
  const day = z.string().refine(isPlainDate);
  const text = z.string().trim().max(100);
  const [minMinor, maxMinor] = [read('min', amount, null), read('max', amount, null)];
  const filters: InvoiceFilters = {
    q: read('q', text, ''),
    show: read('show', z.enum(INVOICE_SHOWS), 'all' as const),
    customerId: read('customer', z.uuid(), null),
    currency: minMinor === null && maxMinor === null ? given : unit,
    from: read('from', day, null),
    to: read('to', day, null),
    minMinor,
    maxMinor,
    owner: read('owner', text, null),
    tag: read('tag', text, null),
    page: read('page', z.coerce.number().int().min(1).max(100_000), 1),
  };
  return { filters, dropped };
}

/** Whether the list of invoices is narrowed at all; otherwise an empty one means that there is nothing yet. */
export function isNarrowed({ q, show, page: _page, ...others }: InvoiceFilters): boolean {
  return q !== '' || show !== 'all' || Object.values(others).some((each) => each !== null);
}
