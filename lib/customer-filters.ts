import { z } from 'zod';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

const SHOWS = ['all', 'owing', 'late', 'unapplied', 'archived'] as const;
const SORTS = ['name', 'balance', 'late', 'oldest'] as const;

/** Which customers are listed: all active ones, or those that owe, are late, have money to apply, or were archived. */
export type CustomerShow = (typeof SHOWS)[number];
/** What the list of customers can be sorted by. */
export type CustomerSort = (typeof SORTS)[number];

/** Everything that the list of customers is a function of, besides the books themselves. */
export interface CustomerFilters {
  /** Part of a name or code; '' for all. */
  readonly q: string;
  readonly show: CustomerShow;
  readonly sort: CustomerSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
}

/** Reads the filters of the list of customers from a URL; what cannot be read is named in `dropped`. */
export function readCustomerFilters(params: SearchParams): { filters: CustomerFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const sort = read('sort', z.enum(SORTS), 'balance' as const);
  const filters: CustomerFilters = {
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(SHOWS), 'all' as const),
    sort,
    descending: read('dir', z.enum(['asc', 'desc']), sort === 'name' ? 'asc' : 'desc') === 'desc',
    page: read('page', z.coerce.number().int().min(1).max(100_000), 1),
  };
  return { filters, dropped };
}
