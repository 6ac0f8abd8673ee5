import type { SearchParams } from './filters';
import { isUuid } from './uuid';

/** Customers that may be unfolded at once. */
export const MAX_UNFOLDED = 10;

/** What is shown of an unfolded customer: all its items, those of one bucket, or its credits. */
export type OpenPart = 'all' | 'credits' | number;

/** The customers that an address unfolds, each with what is shown of it: `?open=ID`, `?open=ID.2`, `?open=ID.credits`. */
export function readUnfolded({ open }: SearchParams): Map<string, OpenPart> {
  const found = new Map<string, OpenPart>();
  for (const written of [open ?? []].flat()) {
    const [id = '', part = 'all'] = written.split('.');
    if (!isUuid(id) || found.size >= MAX_UNFOLDED) continue;
    if (part === 'all' || part === 'credits') found.set(id, part);
    else if (/^\d{1,2}$/.test(part)) found.set(id, Number(part));
  }
  return found;
}

/** The address's parameter after a part of a customer was asked for: shown alone, or folded again if it was. */
export function toggled(unfolded: ReadonlyMap<string, OpenPart>, id: string, part: OpenPart): string[] {
  const others = [...unfolded].filter(([other]) => other !== id);
  const next: (readonly [string, OpenPart])[] = unfolded.get(id) === part ? others : [...others, [id, part]];
  return next.map(([other, shown]) => (shown === 'all' ? other : `${other}.${shown}`));
}
