import { z } from 'zod';
import { isPlainDate } from './domain/dates';
import type { ExploreSort } from './explore-sort';
import { parsedJson } from './parsed-json';

/** The last row of a page: what it was sorted by, its number, its item. All as text. */
export type ExploreCursor = readonly [key: string, number: string, itemId: string];

const cursor = z.tuple([z.string().max(300), z.string().max(300), z.uuid()]);
const isWhole = (key: string) => /^-?\d{1,15}$/.test(key);
const isText = () => true;

/** What the sorted column holds: a key of another kind would make the database fail. */
const FITS: Readonly<Record<ExploreSort, (key: string) => boolean>> = {
  number: isText,
  customer: isText,
  owner: isText,
  due: isPlainDate,
  late: isWhole,
  status: isWhole,
  open: isWhole,
};

/** The row that a page begins after, from an address; null when it is none of this order. */
export function readCursor(written: string, sort: ExploreSort): ExploreCursor | null {
  const parsed = cursor.safeParse(parsedJson(written));
  return parsed.success && FITS[sort](parsed.data[0]) ? parsed.data : null;
}
