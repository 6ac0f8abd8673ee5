import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import { type Minor, parseAmount, toDecimal } from './domain/money';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

const SHOWS = ['all', 'unapplied', 'reversed'] as const;

/** Which payments are listed: all, those with money left, those that bounced or were taken back. */
export type PaymentShow = (typeof SHOWS)[number];

/** The last row of a page: its day, its number, its id. */
export type PaymentCursor = readonly [on: PlainDate, number: string, documentId: string];

/** Everything that the list of payments is a function of, besides the books themselves. */
export interface PaymentFilters {
  /** Part of a number, a customer's name or code, or a reference; '' for all. */
  readonly q: string;
  readonly show: PaymentShow;
  readonly customerId: string | null;
  readonly currency: string | null;
  /** How it was paid, as it is written; null for any. */
  readonly method: string | null;
  /** Days on which money arrived, both included; null for any. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Bounds on the amount, both included, in `currency`, which they always come with; null for none. */
  readonly minMinor: Minor | null;
  readonly maxMinor: Minor | null;
  /** Only these, such as a selection; empty for all. */
  readonly documentIds: readonly string[];
  /** The rows after this one; null for the first page. */
  readonly after: PaymentCursor | null;
}

const day = z.string().refine(isPlainDate);
const cursor = z.tuple([day, z.string().max(300), z.uuid()]);

/** Reads the filters of the list of payments from a URL; what cannot be read is named in `dropped`. */
export function readPaymentFilters(
  params: SearchParams,
  usualCurrency: string,
): { filters: PaymentFilters; dropped: string[] } {
  const { read, readAll, dropped } = paramReader(params);
  const given = read('currency', z.string().refine(isCurrency), null);
  const unit = given ?? usualCurrency;
  const amount = z.string().transform((text, ctx) => {
    const minor = parseAmount(text, unit);
    if (minor === null || minor < 0) ctx.addIssue({ code: 'custom' });
    return minor ?? z.NEVER;
  });
  const [minMinor, maxMinor] = [read('min', amount, null), read('max', amount, null)];
  const written = read('after', z.string(), null);
  const after = cursor.safeParse(parsedJson(written));
  if (written !== null && !after.success) dropped.push('after');
  const filters = {
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(SHOWS), 'all' as const),
    customerId: read('customer', z.uuid(), null),
    currency: minMinor === null && maxMinor === null ? given : unit,
    method: read('method', z.string().trim().min(1).max(60), null),
    from: read('from', day, null),
    to: read('to', day, null),
    minMinor,
    maxMinor,
    documentIds: readAll('payment', z.uuid()),
    after: after.success ? after.data : null,
  };
  return { filters, dropped };
}

/** The parameters that bring filters back, without the page: the other direction of `readPaymentFilters`. */
export function paymentParams(filters: PaymentFilters): Record<string, string | string[]> {
  const { q, show, customerId, currency, method, from, to, minMinor, maxMinor, documentIds } = filters;
  const amount = (minor: Minor | null) =>
    minor === null || currency === null ? '' : toDecimal(minor, currency);
  const all = {
    q,
    show: show === 'all' ? '' : show,
    customer: customerId ?? '',
    currency: currency ?? '',
    method: method ?? '',
    from: from ?? '',
    to: to ?? '',
    min: amount(minMinor),
    max: amount(maxMinor),
    payment: [...documentIds],
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value.length === 0 ? [] : [[name, value] as const])),
  );
}

function parsedJson(written: string | null): unknown {
  try {
    return JSON.parse(written ?? 'null');
  } catch {
    return null;
  }
}
