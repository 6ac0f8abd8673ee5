import { z } from 'zod';
import { parsedJson } from './parsed-json';

/** What the list of customers can be sorted by. */
export const SORTS = ['name', 'owner', 'terms', 'health', 'oldest', 'late', 'unapplied', 'balance'] as const;
/** One of them. */
export type CustomerSort = (typeof SORTS)[number];

/** How each column is sorted first: words from A, what asks for attention from the most. */
export const FIRST_DIRECTION: Readonly<Record<CustomerSort, 'asc' | 'desc'>> = {
  name: 'asc',
  owner: 'asc',
  terms: 'desc',
  health: 'asc',
  oldest: 'desc',
  late: 'desc',
  unapplied: 'desc',
  balance: 'desc',
};

/** The last row of a page: what it was sorted by, its name, its id. All as text. */
export type CustomerCursor = readonly [key: string, name: string, customerId: string];

const cursor = z.tuple([z.string().max(300), z.string().max(300), z.uuid()]);

/** The row that a page begins after, from an address; null when it is none of this order. */
export function readCursor(written: string, sort: CustomerSort): CustomerCursor | null {
  const parsed = cursor.safeParse(parsedJson(written));
  if (!parsed.success) return null;
  const isWords = sort === 'name' || sort === 'owner';
  return isWords || /^-?\d{1,15}$/.test(parsed.data[0]) ? parsed.data : null;
}
