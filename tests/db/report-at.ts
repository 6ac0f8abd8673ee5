import { agingReport } from '@/db/queries/aging';
import { tieOut } from '@/db/queries/tie-out';
import { type Instant, toInstant } from '@/lib/domain/instants';
import { readAgingFilters } from '@/lib/filters';
import { type createWorld, day } from '../world';

export type World = Awaited<ReturnType<typeof createWorld>>;

/** The report as a page with these parameters would show it; every customer unless `limit` says how many. */
export function reportAt(
  w: World,
  asOf: string,
  params: Readonly<Record<string, string>> = {},
  limit: number | null = null,
) {
  const { filters } = readAgingFilters({ asOf, ...params }, w.org, day(asOf));
  return w.read((tx) => agingReport(tx, filters, limit));
}

/** Whether the open items of a day tie to its documents, in the organization's currency. */
export function tieAt(w: World, asOf: string, knownAt: Instant | null = null) {
  return w.read((tx) => tieOut(tx, { asOf: day(asOf), knownAt }, w.org.currency));
}

/** An instant later than all that was recorded so far, and earlier than all that comes. */
export async function instantAfterNow(): Promise<Instant> {
  const instant = new Date(Date.now() + 1);
  while (Date.now() <= instant.getTime() + 1) await new Promise((resolve) => setTimeout(resolve, 1));
  return toInstant(instant.toISOString());
}
