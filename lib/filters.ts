import { z } from 'zod';
import type { Organization } from './actor';
import { AGING_SORTS, type AgingSort } from './aging-sort';
import { lastMonthEnd } from './as-of';
import { type AgingBasis, areBounds } from './domain/aging';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import { type Instant, parseInstant, toInstant } from './domain/instants';
import { parseAmount } from './domain/money';
import { paramReader } from './read-params';

/** What Next hands a page: each parameter once, repeated, or not at all. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** What a line of the report can stand for: `parent` is a family under the customer at its top. */
export const AGING_GROUPS = ['customer', 'parent', 'owner', 'tag', 'item'] as const;

/** As an owner or a tag: the customers that have none. No owner or tag of that name is told from it. */
export const NONE = '-';

/** What the line of those customers is called. */
export const NO_LABEL = { owner: 'No owner', tag: 'No tag' } as const;

/** Everything that an aging report is a function of, besides the books themselves. */
export interface AgingFilters {
  readonly asOf: PlainDate;
  /** What was recorded later is left out; null for none of that. */
  readonly knownAt: Instant | null;
  readonly basis: AgingBasis;
  readonly bounds: readonly number[];
  readonly currency: string;
  /** Part of a customer's name or code; '' for all. */
  readonly q: string;
  readonly customerId: string | null;
  /** With `customerId`: also all customers below it. */
  readonly family: boolean;
  /** Only customers of this owner, or with this tag; `NONE` for those without one, null for all. As they are today. */
  readonly owner: string | null;
  readonly tag: string | null;
  readonly groupBy: (typeof AGING_GROUPS)[number];
  /** Credits taken off the oldest debits of their customer, on paper: nothing is booked. */
  readonly net: boolean;
  /** Only customers with something in this bucket; null for all. */
  readonly bucket: number | null;
  readonly lateOnly: boolean;
  /** Only items due in this span, both days included; null for any day. */
  readonly dueFrom: PlainDate | null;
  readonly dueTo: PlainDate | null;
  /** Bounds on a customer's total, in minor units; null for none. */
  readonly minMinor: number | null;
  readonly maxMinor: number | null;
  readonly sort: AgingSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

const day = z.string().refine(isPlainDate);
const text = z.string().trim().max(100);

/** Whether the filters leave nothing of the currency out: then the report's total is the balance of the books. */
export function isWhole(filters: AgingFilters): boolean {
  const { q, customerId, owner, tag, bucket, lateOnly, dueFrom, dueTo, minMinor, maxMinor } = filters;
  return (
    q === '' &&
    !lateOnly &&
    [customerId, owner, tag, bucket, dueFrom, dueTo, minMinor, maxMinor].every((each) => each === null)
  );
}

/**
 * Reads the filters of the aging report from a URL: the URL is the only state of the view. A value that cannot be read
 * falls back to the default and is named in `dropped`, so that the page can say so.
 */
export function readAgingFilters(
  params: SearchParams,
  org: Pick<Organization, 'currency' | 'agingBasis' | 'bounds'>,
  today: PlainDate,
): { filters: AgingFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const currency = read('currency', z.string().refine(isCurrency), org.currency);
  const bounds = read('bounds', z.string().transform(toBounds).refine(areBounds), org.bounds);
  const groupBy = read('group', z.enum(AGING_GROUPS), 'customer');
  const sort = read('sort', z.enum(AGING_SORTS), groupBy === 'item' ? 'oldest' : 'total');
  const amount = z.string().transform((written, ctx) => {
    const minor = parseAmount(written, currency);
    if (minor !== null) return minor;
    ctx.addIssue({ code: 'custom', message: 'not an amount' });
    return z.NEVER;
  });
  const filters: AgingFilters = {
    asOf: read('asOf', day, today),
    knownAt: read(
      'knownAt',
      z.iso
        .datetime({ offset: true })
        .refine((iso) => parseInstant(iso) !== null)
        .transform(toInstant),
      null,
    ),
    basis: read('basis', z.enum(['due', 'invoice']), org.agingBasis),
    bounds,
    currency,
    q: read('q', text, ''),
    customerId: read('customer', z.uuid(), null),
    family: read('family', z.literal('1'), null) === '1',
    owner: read('owner', text, null),
    tag: read('tag', text, null),
    groupBy,
    net: read('net', z.literal('1'), null) === '1',
    bucket: read('bucket', z.coerce.number().int().min(0).max(bounds.length), null),
    lateOnly: read('show', z.literal('late'), null) === 'late',
    dueFrom: read('dueFrom', day, null),
    dueTo: read('dueTo', day, null),
    minMinor: read('min', amount, null),
    maxMinor: read('max', amount, null),
    sort,
    descending: read('dir', z.enum(['asc', 'desc']), sort === 'name' ? 'asc' : 'desc') === 'desc',
    page: read('page', z.coerce.number().int().min(1).max(100_000), 1),
  };
  return { filters, dropped };
}

/** What a month-end pack is of: a day and a currency, and the end of the last month unless another day is named. */
export function readPackFilters(
  { asOf, currency }: SearchParams,
  org: Parameters<typeof readAgingFilters>[1],
  today: PlainDate,
): ReturnType<typeof readAgingFilters> {
  return readAgingFilters({ asOf: asOf ?? lastMonthEnd(today), currency }, org, today);
}

function toBounds(written: string): number[] {
  return written.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
}
