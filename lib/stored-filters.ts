import { z } from 'zod';
import { AGING_SORTS } from './aging-sort';
import { areBounds } from './domain/aging';
import { isCurrency } from './domain/currencies';
import { isPlainDate } from './domain/dates';
import { AGING_GROUPS, type AgingFilters } from './filters';

const day = z.string().refine(isPlainDate);

// What later versions learned to filter by has a default: reports noted before are read as they were meant.
const stored = z.object({
  basis: z.enum(['due', 'invoice']),
  bounds: z.array(z.number()).refine(areBounds),
  currency: z.string().refine(isCurrency),
  q: z.string(),
  customerId: z.string().nullable(),
  family: z.boolean().default(false),
  owner: z.string().nullable().default(null),
  tag: z.string().nullable().default(null),
  groupBy: z.enum(AGING_GROUPS).default('customer'),
  net: z.boolean().default(false),
  bucket: z.number().nullable(),
  lateOnly: z.boolean(),
  dueFrom: day.nullable(),
  dueTo: day.nullable(),
  minMinor: z.number().nullable(),
  maxMinor: z.number().nullable(),
  sort: z.enum(AGING_SORTS),
  descending: z.boolean(),
});

/** The filters that a report run noted. @throws ZodError when they are none: then they were not noted by us. */
export function readStoredFilters(noted: unknown): Omit<AgingFilters, 'asOf' | 'knownAt' | 'page'> {
  return stored.parse(noted);
}
