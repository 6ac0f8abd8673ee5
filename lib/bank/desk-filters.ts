import { z } from 'zod';
import type { SearchParams } from '@/lib/filters';
import { paramReader } from '@/lib/read-params';

const DESK_SHOWS = ['open', 'exact', 'likely', 'choose', 'booked', 'aside', 'all'] as const;

/** Which lines the desk shows: those that wait for somebody, by how sure they are, or those that were dealt with. */
export type DeskShow = (typeof DESK_SHOWS)[number];

/** What the desk is narrowed to. */
export interface DeskFilters {
  readonly show: DeskShow;
  /** Part of a payer, a text or an account; '' for all. */
  readonly q: string;
  /** The lines after the one of this ordinal; null for the first page. */
  readonly after: number | null;
}

/** What is done to a line in place, and to which; null when nothing is. */
export interface DeskTask {
  readonly as: 'edit' | 'split' | 'ignore';
  readonly lineId: string;
}

/** Reads the state of the desk from a URL; what cannot be read is named in `dropped`. */
export function readDeskFilters(params: SearchParams): {
  filters: DeskFilters;
  task: DeskTask | null;
  dropped: string[];
} {
  const { read, dropped } = paramReader(params);
  const filters = {
    show: read('show', z.enum(DESK_SHOWS), 'open' as const),
    q: read('q', z.string().trim().max(100), ''),
    after: read('after', z.coerce.number().int().min(1).max(10_000_000), null),
  };
  const as = read('as', z.enum(['edit', 'split', 'ignore']), 'edit' as const);
  const lineId = read('line', z.uuid(), null);
  return { filters, task: lineId === null ? null : { as, lineId }, dropped };
}
