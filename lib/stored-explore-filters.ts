import { z } from 'zod';
import { areBounds } from './domain/aging';
import { isCurrency } from './domain/currencies';
import { isPlainDate } from './domain/dates';
import { type ExploreFilters, STATUS_FACTS } from './explore-filters';
import { SORTS } from './explore-sort';

const day = z.string().refine(isPlainDate).nullable();

const Stored = z.object({
  basis: z.enum(['due', 'invoice']),
  bounds: z.array(z.number()).refine(areBounds),
  currency: z.string().refine(isCurrency),
  withCredits: z.boolean(),
  buckets: z.array(z.number()),
  minMinor: z.number().nullable(),
  maxMinor: z.number().nullable(),
  q: z.string(),
  customerIds: z.array(z.string()),
  owners: z.array(z.string()),
  unowned: z.boolean(),
  statuses: z.array(z.enum(STATUS_FACTS)),
  tags: z.array(z.string()),
  dueFrom: day,
  dueTo: day,
  invoicedFrom: day,
  invoicedTo: day,
  itemIds: z.array(z.string()),
  // Noted since files of Explore can be made again.
  graceDays: z.number().nullable().default(null),
  sort: z.enum(SORTS),
  descending: z.boolean(),
});

/** Filters of Explore that were noted with a file or a job. @throws ZodError when they are none: then they were not noted by us. */
export function readStoredExploreFilters(noted: unknown): Omit<ExploreFilters, 'asOf' | 'knownAt' | 'after'> {
  return Stored.parse(noted);
}
