import { z } from 'zod';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import { type Minor, parseAmount, toDecimal } from './domain/money';
import type { SearchParams } from './filters';
import { parsedJson } from './parsed-json';
import { type ParamReader, paramReader } from './read-params';

/** The last row of a page: its day, its number, its id. */
export type DocumentCursor = readonly [on: PlainDate, number: string, documentId: string];

/** What every list of documents is narrowed to. `S` are the kinds of rows that it can show. */
export interface DocumentFilters<S extends string> {
  /** Part of a number, a customer's name or code, or a reference; '' for all. */
  readonly q: string;
  readonly show: S;
  readonly customerId: string | null;
  readonly currency: string | null;
  /** Days of the documents, both included; null for any. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Bounds on the amount, both included, in `currency`, which they always come with; null for none. */
  readonly minMinor: Minor | null;
  readonly maxMinor: Minor | null;
  /** Only these, such as a selection; empty for all. */
  readonly documentIds: readonly string[];
  /** The rows after this one; null for the first page. */
  readonly after: DocumentCursor | null;
}

const day = z.string().refine(isPlainDate);
const cursor = z.tuple([day, z.string().max(300), z.uuid()]);

/** What is read of an address, a reader for what one list has beyond that, and the names of what could not be read. */
interface ReadDocumentFilters<S extends string> {
  readonly shared: DocumentFilters<S>;
  readonly read: ParamReader;
  readonly dropped: string[];
}

/** Reads what all lists of documents have in common; chosen ones stand under the name of their kind. The first of `shows` is usual. */
export function readDocumentFilters<S extends string>(
  params: SearchParams,
  usualCurrency: string,
  { shows, kind }: { readonly shows: readonly [S, ...S[]]; readonly kind: 'invoice' | 'payment' },
): ReadDocumentFilters<S> {
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
  const shared: DocumentFilters<S> = {
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(shows), shows[0]),
    customerId: read('customer', z.uuid(), null),
    currency: minMinor === null && maxMinor === null ? given : unit,
    from: read('from', day, null),
    to: read('to', day, null),
    minMinor,
    maxMinor,
    documentIds: readAll(kind, z.uuid()),
    after: after.success ? after.data : null,
  };
  return { shared, read, dropped };
}

/** The parameters that bring shared filters back, without the page; empty ones too. */
export function sharedParams(
  filters: DocumentFilters<string>,
  { usual, kind }: { readonly usual: string; readonly kind: 'invoice' | 'payment' },
): Record<string, string | string[]> {
  const { q, show, customerId, currency, from, to, minMinor, maxMinor, documentIds } = filters;
  const amount = (minor: Minor | null) =>
    minor === null || currency === null ? '' : toDecimal(minor, currency);
  return {
    q,
    show: show === usual ? '' : show,
    customer: customerId ?? '',
    currency: currency ?? '',
    from: from ?? '',
    to: to ?? '',
    min: amount(minMinor),
    max: amount(maxMinor),
    [kind]: [...documentIds],
  };
}

/** Those that say something. */
export function givenParams(all: Record<string, string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value.length > 0));
}
