import { z } from 'zod';
import type { Organization } from './actor';
import type { PlainDate } from './domain/dates';
import { type AgingFilters, readAgingFilters, type SearchParams } from './filters';
import { paramReader } from './read-params';

/** Everything that the dashboard is a function of, besides the books themselves. */
export interface DashboardView {
  /** Day, currency and rule of the aging report; no other filter of it applies here. */
  readonly filters: AgingFilters;
  /** The dashboard that is asked for; null for the one that opens by itself. */
  readonly dashboardId: string | null;
  readonly isEditing: boolean;
  /** How the aging widget is drawn. */
  readonly agingAs: 'bars' | 'donut';
  /** What is asked about dashboards in a dialog; null for nothing. */
  readonly dialog: 'new' | 'manage' | null;
}

/** Reads the view of the dashboard from a URL; what cannot be read is named in `dropped`. */
export function readDashboardView(
  params: SearchParams,
  org: Pick<Organization, 'currency' | 'agingBasis' | 'bounds'>,
  today: PlainDate,
): { view: DashboardView; dropped: string[] } {
  const { asOf, currency } = params;
  const aging = readAgingFilters({ asOf, currency }, org, today);
  const { read, dropped } = paramReader(params);
  const view: DashboardView = {
    filters: aging.filters,
    dashboardId: read('d', z.uuid(), null),
    isEditing: read('edit', z.literal('1'), null) === '1',
    agingAs: read('aging', z.enum(['bars', 'donut']), 'bars' as const),
    dialog: read('dialog', z.enum(['new', 'manage']), null),
  };
  return { view, dropped: [...aging.dropped, ...dropped] };
}
