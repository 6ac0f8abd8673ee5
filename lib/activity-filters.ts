import { z } from 'zod';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** Which entries of the activity are listed. */
export interface ActivityFilters {
  /** What was done, as it is stored; null for everything. */
  readonly verb: string | null;
  /** Key of who did it, see `actorKey`; null for everybody. */
  readonly actor: string | null;
  /** Only entries older than this sequence; null for the newest. */
  readonly before: number | null;
}

const text = z.string().trim().min(1).max(200);

/** Reads the filters of the activity from a URL; what cannot be read is named in `dropped`. */
export function readActivityFilters(params: SearchParams): { filters: ActivityFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters: ActivityFilters = {
    verb: read('verb', z.string().regex(/^[a-z_]{1,60}$/), null),
    actor: read('actor', text, null),
    before: read('before', z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER), null),
  };
  return { filters, dropped };
}

/** What identifies an actor in a URL: the id of a user, whatever the user is called now; else the name. */
export function actorKey(actor: { readonly actorId: string | null; readonly actorName: string }): string {
  return actor.actorId ?? actor.actorName;
}
