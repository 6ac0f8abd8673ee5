import { z } from 'zod';
import { type CustomerCursor, type CustomerSort, FIRST_DIRECTION, readCursor, SORTS } from './customer-sort';
import { givenParams } from './document-filters';
import { isCurrency } from './domain/currencies';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

const SHOWS = ['all', 'owing', 'late', 'unapplied', 'archived'] as const;

/** Which customers are listed: all active ones, or those that owe, are late, have money to apply, or were archived. */
export type CustomerShow = (typeof SHOWS)[number];

/** Everything that the list of customers is a function of, besides the books themselves. */
export interface CustomerFilters {
  /** What amounts are in. */
  readonly currency: string;
  /** Part of a name or code; '' for all. */
  readonly q: string;
  readonly show: CustomerShow;
  /** Of this owner, or with this tag; `NONE` for those without one, null for all. */
  readonly owner: string | null;
  readonly tag: string | null;
  /** With a beneficiary of this category; null for all. */
  readonly category: string | null;
  /** Only those whose credit is on hold. */
  readonly onHold: boolean;
  /** Only those that nothing can be mailed to: no e-mail of their own, and none of a contact. */
  readonly noEmail: boolean;
  /** Only these, such as a selection; empty for all. */
  readonly customerIds: readonly string[];
  readonly sort: CustomerSort;
  readonly descending: boolean;
  /** The rows after this one; null for the first page. */
  readonly after: CustomerCursor | null;
}

const text = z.string().trim().min(1).max(100);
const yes = z.literal('1');

/** Reads the filters of the list of customers from a URL; what cannot be read is named in `dropped`. */
export function readCustomerFilters(
  params: SearchParams,
  usualCurrency: string,
): { filters: CustomerFilters; dropped: string[] } {
  const { read, readAll, dropped } = paramReader(params);
  const sort = read('sort', z.enum(SORTS), 'balance' as const);
  const after = read('after', z.string(), null);
  const cursor = after === null ? null : readCursor(after, sort);
  if (after !== null && cursor === null) dropped.push('after');
  const filters: CustomerFilters = {
    currency: read('currency', z.string().refine(isCurrency), usualCurrency),
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(SHOWS), 'all' as const),
    owner: read('owner', text, null),
    tag: read('tag', text, null),
    category: read('category', text, null),
    onHold: read('hold', yes, null) === '1',
    noEmail: read('noEmail', yes, null) === '1',
    customerIds: readAll('customer', z.uuid()),
    sort,
    descending: read('dir', z.enum(['asc', 'desc']), FIRST_DIRECTION[sort]) === 'desc',
    after: cursor,
  };
  return { filters, dropped };
}

/** The parameters that bring filters back, without the page: the other direction of `readCustomerFilters`. */
export function customerParams(
  filters: CustomerFilters,
  usualCurrency: string,
): Record<string, string | string[]> {
  const { sort } = filters;
  const unusual = (value: string, usual: string) => (value === usual ? '' : value);
  const all = {
    currency: unusual(filters.currency, usualCurrency),
    q: filters.q,
    show: unusual(filters.show, 'all'),
    owner: filters.owner ?? '',
    tag: filters.tag ?? '',
    category: filters.category ?? '',
    hold: filters.onHold ? '1' : '',
    noEmail: filters.noEmail ? '1' : '',
    customer: [...filters.customerIds],
    sort: unusual(sort, 'balance'),
    dir: unusual(filters.descending ? 'desc' : 'asc', FIRST_DIRECTION[sort]),
  };
  return givenParams(all);
}

/** Whether the list is narrowed at all; otherwise an empty one means that there is nobody yet. */
export function isNarrowed(filters: CustomerFilters): boolean {
  const { q, show, owner, tag, category, onHold, noEmail, customerIds } = filters;
  const labels = [owner, tag, category];
  return (
    q !== '' ||
    show !== 'all' ||
    onHold ||
    noEmail ||
    customerIds.length > 0 ||
    labels.some((label) => label !== null)
  );
}
