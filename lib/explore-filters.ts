import { z } from 'zod';
import type { Organization } from './actor';
import { type AgingBasis, areBounds } from './domain/aging';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import { type Instant, parseInstant, toInstant } from './domain/instants';
import { parseAmount, toDecimal, toMinor } from './domain/money';
import { type ExploreCursor, readCursor } from './explore-cursor';
import { type ExploreSort, FIRST_DIRECTION, SORTS } from './explore-sort';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** What an open item can be, besides late: derived on every day anew. */
export const STATUS_FACTS = ['promise_broken', 'promised', 'disputed', 'reminded', 'part_paid'] as const;
/** One of them. */
export type StatusFact = (typeof STATUS_FACTS)[number];

/** Everything that Explore is a function of, besides the books themselves. A list that is empty narrows nothing. */
export interface ExploreFilters {
  readonly asOf: PlainDate;
  /** What was recorded later is left out; null for none of that. */
  readonly knownAt: Instant | null;
  readonly basis: AgingBasis;
  readonly bounds: readonly number[];
  readonly currency: string;
  /** Also what no invoice has taken yet: unapplied payments and credit memos. */
  readonly withCredits: boolean;
  /** Indexes of aging buckets. */
  readonly buckets: readonly number[];
  /** Bounds on what is open of an item, in minor units, both included; null for none. */
  readonly minMinor: number | null;
  readonly maxMinor: number | null;
  /** Part of a customer's name or code; '' for all. */
  readonly q: string;
  readonly customerIds: readonly string[];
  readonly owners: readonly string[];
  /** Also customers that nobody owns; alone, only those. */
  readonly unowned: boolean;
  /** Items of which at least one of these holds. */
  readonly statuses: readonly StatusFact[];
  /** Items of customers that carry at least one of these. */
  readonly tags: readonly string[];
  /** Due days and document days, both ends included; null for no bound. */
  readonly dueFrom: PlainDate | null;
  readonly dueTo: PlainDate | null;
  readonly invoicedFrom: PlainDate | null;
  readonly invoicedTo: PlainDate | null;
  /** Only these items, such as a selection. */
  readonly itemIds: readonly string[];
  /** Days after its day for which a promise is still waited for; null for as many as the business waits now. */
  readonly graceDays: number | null;
  readonly sort: ExploreSort;
  readonly descending: boolean;
  /** The rows after this one; null for the first page. */
  readonly after: ExploreCursor | null;
}

type Defaults = Pick<Organization, 'currency' | 'agingBasis' | 'bounds'>;

const day = z.string().refine(isPlainDate);
const text = z.string().trim().min(1).max(100);
const yes = z.literal('1');

/** Reads the filters of Explore from a URL. A value that cannot be read is left out and named in `dropped`. */
export function readExploreFilters(
  params: SearchParams,
  org: Defaults,
  today: PlainDate,
): { filters: ExploreFilters; dropped: string[] } {
  const { read, readAll, dropped } = paramReader(params);
  const currency = read('currency', z.string().refine(isCurrency), org.currency);
  const bounds = read('bounds', z.string().transform(toBounds).refine(areBounds), org.bounds);
  const sort = read('sort', z.enum(SORTS), 'open' as const);
  const amount = orRefuse((written) => parseAmount(written, currency));
  const filters: ExploreFilters = {
    asOf: read('asOf', day, today),
    knownAt: read('knownAt', orRefuse(parseInstant).transform(toInstant), null),
    basis: read('basis', z.enum(['due', 'invoice']), org.agingBasis),
    bounds,
    currency,
    withCredits: read('credits', yes, null) === '1',
    buckets: readAll('age', z.coerce.number().int().min(0).max(bounds.length)),
    minMinor: read('min', amount, null),
    maxMinor: read('max', amount, null),
    q: read('q', z.string().trim().max(100), ''),
    customerIds: readAll('customer', z.uuid()),
    owners: readAll('owner', text),
    unowned: read('unowned', yes, null) === '1',
    statuses: readAll('status', z.enum(STATUS_FACTS)),
    tags: readAll('tag', text),
    dueFrom: read('dueFrom', day, null),
    dueTo: read('dueTo', day, null),
    invoicedFrom: read('invoicedFrom', day, null),
    invoicedTo: read('invoicedTo', day, null),
    itemIds: readAll('item', z.uuid()),
    graceDays: null,
    sort,
    descending: read('dir', z.enum(['asc', 'desc']), FIRST_DIRECTION[sort]) === 'desc',
    after: read(
      'after',
      orRefuse((written) => readCursor(written, sort)),
      null,
    ),
  };
  return { filters, dropped };
}

/** The parameters that bring filters back: the other direction of `readExploreFilters`. What is as usual is left out. */
export function exploreParams(
  filters: ExploreFilters,
  org: Defaults,
  today: PlainDate,
): Record<string, string | string[]> {
  const { currency, bounds, sort, after } = filters;
  const unusual = (value: string, usual: string) => (value === usual ? null : value);
  const amount = (minor: number | null) => (minor === null ? null : toDecimal(toMinor(minor), currency));
  const yesIf = (holds: boolean) => (holds ? '1' : null);
  const all = {
    asOf: unusual(filters.asOf, today),
    knownAt: filters.knownAt,
    basis: unusual(filters.basis, org.agingBasis),
    bounds: unusual(bounds.join(), org.bounds.join()),
    currency: unusual(currency, org.currency),
    credits: yesIf(filters.withCredits),
    age: filters.buckets.map(String),
    min: amount(filters.minMinor),
    max: amount(filters.maxMinor),
    q: filters.q,
    customer: [...filters.customerIds],
    owner: [...filters.owners],
    unowned: yesIf(filters.unowned),
    status: [...filters.statuses],
    tag: [...filters.tags],
    dueFrom: filters.dueFrom,
    dueTo: filters.dueTo,
    invoicedFrom: filters.invoicedFrom,
    invoicedTo: filters.invoicedTo,
    item: [...filters.itemIds],
    sort: unusual(sort, 'open'),
    dir: unusual(filters.descending ? 'desc' : 'asc', FIRST_DIRECTION[sort]),
    after: after && JSON.stringify(after),
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) =>
      value === null || value.length === 0 ? [] : [[name, value] as const],
    ),
  );
}

function toBounds(written: string): number[] {
  return written.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
}

/** A schema that takes what `parse` can read, and refuses what it answers null to. */
function orRefuse<T>(parse: (written: string) => T | null) {
  return z.string().transform((written, ctx): T => {
    const parsed = parse(written);
    if (parsed !== null) return parsed;
    ctx.addIssue({ code: 'custom', message: 'cannot be read' });
    return z.NEVER;
  });
}
