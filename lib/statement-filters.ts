import { z } from 'zod';
import { type CustomerFilters, customerParams, readCustomerFilters } from './customer-filters';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate, toPlainDate } from './domain/dates';
import type { SearchParams } from './filters';
import { parsedJson } from './parsed-json';
import { paramReader } from './read-params';

/** What is unpaid on a day, or what happened from day to day. */
type StatementKind = 'open-item' | 'activity';

/** Where a page of accounts begins: after the one of this name, customer and currency. */
export type AccountCursor = readonly [name: string, customerId: string, currency: string];

/** Which statements are meant, of what, and which one is shown. */
export interface StatementFilters {
  readonly who: CustomerFilters;
  readonly kind: StatementKind;
  /** Of meaning for what happened: the first day. */
  readonly from: PlainDate;
  /** The last day, or the only one. */
  readonly to: PlainDate;
  /** The account that is shown: customer and currency; null for the first. */
  readonly shown: { readonly customerId: string; readonly currency: string } | null;
  /** The accounts after this one; null for the first page. */
  readonly after: AccountCursor | null;
}

const day = z.string().refine(isPlainDate);
const cursor = z.tuple([z.string().max(300), z.uuid(), z.string().refine(isCurrency)]);

/** Reads which statements are meant from a URL; what cannot be read is named in `dropped`. */
export function readStatementFilters(
  params: SearchParams,
  usualCurrency: string,
  today: PlainDate,
): { filters: StatementFilters; dropped: string[] } {
  const { after: _after, ...whoParams } = params;
  const who = readCustomerFilters(whoParams, usualCurrency);
  const { read, dropped } = paramReader(params);
  const to = read('to', day, today);
  const monthOf = toPlainDate(`${to.slice(0, 7)}-01`);
  const from = read('from', day, monthOf);
  if (from > to) dropped.push('from');
  const at = read('at', z.uuid(), null);
  const currency = read('in', z.string().refine(isCurrency), null);
  const after = read('after', z.string().transform(parsedJson).pipe(cursor), null);
  const filters: StatementFilters = {
    who: who.filters,
    kind: read('kind', z.enum(['open-item', 'activity']), 'open-item' as const),
    from: from > to ? monthOf : from,
    to,
    shown: at && currency ? { customerId: at, currency } : null,
    after,
  };
  return { filters, dropped: [...who.dropped, ...dropped] };
}

/** The parameters that bring the filters back, without what is shown of them. Days are always written, so that they stay. */
export function statementParams(
  { who, kind, from, to }: StatementFilters,
  usualCurrency: string,
): Record<string, string | string[]> {
  return {
    ...customerParams(who, usualCurrency),
    ...(kind === 'activity' ? { kind, from } : {}),
    to,
  };
}
