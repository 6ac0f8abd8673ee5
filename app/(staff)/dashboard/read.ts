import { type DashboardData, type DashboardPart, dashboardData } from '@/db/queries/dashboard-data';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { AgingFilters } from '@/lib/filters';

/** Gives one of the things that widgets are drawn from. */
export type ReadPart = <P extends DashboardPart>(part: P) => Promise<DashboardData[P]>;

/** Read apart from the others, so that nothing waits for them or falls with them. */
const APART: ReadonlySet<DashboardPart> = new Set<DashboardPart>([
  'keeping',
  'forecast',
  'paymentDays',
  'health',
  'slipping',
  'provision',
]);

/** Milliseconds for what is read: a widget may come later than the page. */
const WITHIN = 15_000;

/** A reader for one page: everything that ties comes from one snapshot, and each thing is read once and only when asked for. */
export function partReader(
  actor: StaffActor,
  parts: ReadonlySet<DashboardPart>,
  filters: AgingFilters,
): ReadPart {
  const scope = (some: ReadonlySet<DashboardPart>) =>
    withScope(actor, 'read', (tx) => dashboardData(tx, some, filters), WITHIN);
  const tied = new Set([...parts].filter((part) => !APART.has(part)));
  let together: Promise<Partial<DashboardData>> | undefined;
  return async (part) => {
    together ??= APART.has(part) ? undefined : scope(tied);
    const read = await (APART.has(part) ? scope(new Set<DashboardPart>([part])) : together);
    const value = read?.[part];
    if (value === undefined) throw new Error(`a widget asks for ${part}, which no widget of the layout has`);
    return value;
  };
}
