import { z } from 'zod';
import { isPlainDate } from './domain/dates';
import { toInstant } from './domain/instants';
import type { ExploreFilters } from './explore-filters';
import { readStoredExploreFilters } from './stored-explore-filters';

/** A file of Explore with its rows that the worker is to make. */
export interface ExploreJob {
  readonly filters: ExploreFilters;
  /** The name of whoever asked. */
  readonly by: string;
}

const Stored = z.object({
  filters: z.looseObject({
    asOf: z.string().refine(isPlainDate),
    knownAt: z.string().transform(toInstant).nullable(),
  }),
  by: z.string(),
});

/** Reads what was put on the list. @throws ZodError when it is none of ours. */
export function readExploreJob(params: unknown): ExploreJob {
  const { filters, by } = Stored.parse(params);
  const { asOf, knownAt } = filters;
  return { filters: { ...readStoredExploreFilters(filters), asOf, knownAt, after: null }, by };
}
