import { z } from 'zod';
import type { SearchParams } from './filters';
import { paramReader } from './read-params';

/** What the list of drafts is narrowed to: a text ('' for all), and the draft before the first of the page (null: from the newest). */
export function readDraftFilters(params: SearchParams): {
  q: string;
  after: string | null;
  dropped: string[];
} {
  const { read, dropped } = paramReader(params);
  return {
    q: read('q', z.string().trim().max(100), ''),
    after: read('after', z.uuid(), null),
    dropped,
  };
}
