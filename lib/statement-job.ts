import { z } from 'zod';
import type { PlainDate } from './domain/dates';
import { readStatementFilters, type StatementFilters } from './statement-filters';
import { paramsOf } from './url';

const Stored = z.object({ query: z.string(), by: z.string() });

/** Reads what was put on the list: statements that the worker is to make, and the name of whoever asked. @throws ZodError when it is none of ours. */
export function readStatementJob(
  params: unknown,
  usualCurrency: string,
  today: PlainDate,
): { readonly filters: StatementFilters; readonly by: string } {
  const { query, by } = Stored.parse(params);
  const { filters } = readStatementFilters(paramsOf(new URLSearchParams(query)), usualCurrency, today);
  return { filters, by };
}
