import { z } from 'zod';
import { isPlainDate } from './domain/dates';
import { toInstant } from './domain/instants';
import type { AgingFilters } from './filters';
import { readStoredFilters } from './stored-filters';

/** An aging report that the worker is to make. */
export interface AgingJob {
  readonly filters: AgingFilters;
  readonly detail: 'customers' | 'items';
  /** The name of whoever asked. */
  readonly by: string;
}

const Stored = z.object({
  filters: z.object({
    asOf: z.string().refine(isPlainDate),
    knownAt: z.string().transform(toInstant).nullable(),
  }),
  detail: z.enum(['customers', 'items']),
  by: z.string(),
});

/** Reads what was put on the list. @throws ZodError when it is none of ours. */
export function readAgingJob(params: unknown): AgingJob {
  const { filters, detail, by } = Stored.parse(params);
  const whole = z.object({ filters: z.unknown() }).parse(params).filters;
  return { filters: { ...readStoredFilters(whole), ...filters, page: 1 }, detail, by };
}
