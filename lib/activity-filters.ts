import { z } from 'zod';
import { ACTIVITY_KINDS, type ActivityKind } from './activity-kinds';
import { isPlainDate, type PlainDate } from './domain/dates';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** Which entries of the activity are listed. */
export interface ActivityFilters {
  /** What was done, as it is stored; null for everything. */
  readonly verb: string | null;
  /** Key of who did it, see `actorKey`; null for everybody. */
  readonly actor: string | null;
  /** The sort of thing that was done; null for every. */
  readonly kind: ActivityKind | null;
  /** The number of a document or a part of a customer's name; '' for everything. */
  readonly q: string;
  /** The first and the last day, of the business's own clock; null for open ends. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  /** Only entries older than this sequence; null for the newest. */
  readonly before: number | null;
}

const typedDay = z.string().refine(isPlainDate);
const text = z.string().trim().min(1).max(200);

/** Reads the filters of the activity from a URL; what cannot be read is named in `dropped`. */
export function readActivityFilters(params: SearchParams): { filters: ActivityFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters: ActivityFilters = {
    verb: read('verb', z.string().regex(/^[a-z_]{1,60}$/), null),
    actor: read('actor', text, null),
    kind: read('kind', z.enum(ACTIVITY_KINDS.map(({ kind }) => kind)), null),
    q: read('q', z.string().trim().max(100), ''),
    from: read('from', typedDay, null),
    to: read('to', typedDay, null),
    before: read('before', z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER), null),
  };
  return { filters, dropped };
}

/** What identifies an actor in a URL: the id of a user, whatever the user is called now; else the name. */
export function actorKey(actor: { readonly actorId: string | null; readonly actorName: string }): string {
  return actor.actorId ?? actor.actorName;
}
