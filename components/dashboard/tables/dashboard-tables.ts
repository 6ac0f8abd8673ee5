import type { PaperTable } from '@/components/paper-table';
import type { DashboardData } from '@/db/queries/dashboard-data';
import type { PlacedWidget, WidgetId } from '@/lib/domain/dashboard-layout';
import type { NoForecast } from '@/lib/no-forecast';
import { cashPoints, duePoints } from '../cash-points';
import type { WidgetMoment } from '../moment';
import { agingTable, balancesTable, ownersTable, provisionTable } from './aging-tables';
import { ceiTable, dsoTable, figuresTable } from './figure-tables';
import { disputesTable, healthTable, keepingTable, promisesTable, slippingTable } from './matter-tables';
import { cashTable, daysTable, dueCashTable } from './money-tables';
import { syncTable } from './sync-table';

/** What the tables are drawn from: what was read, or why there is no forecast. */
export interface PaperData extends Partial<DashboardData> {
  readonly noForecast?: NoForecast | null;
}

/** The widgets of a layout as tables, in its order. @throws Error when something was not read that one is drawn from. */
export function dashboardTables(
  layout: readonly PlacedWidget[],
  data: PaperData,
  at: WidgetMoment,
): PaperTable[] {
  return layout.map(({ id }) => {
    const table = TABLES[id](data, at);
    if (!table) throw new Error(`what ${id} is drawn from was not read`);
    return table;
  });
}

type TableOf = (data: PaperData, at: WidgetMoment) => PaperTable | undefined;

const TABLES: Readonly<Record<WidgetId, TableOf>> = {
  figures: ({ figures }, at) => figures && figuresTable(figures, at),
  aging: ({ aging }, at) => aging && agingTable(aging, at),
  'cash-expected': cashTableOf,
  'largest-balances': ({ aging }, at) => aging && balancesTable(aging.rows, at),
  'payment-days': ({ paymentDays }, at) => paymentDays && daysTable(paymentDays, at),
  slipping: ({ slipping }, at) => slipping && slippingTable(slipping, at),
  'customer-health': ({ health }) => health && healthTable(health.rows),
  dso: ({ figures }) => figures && dsoTable(figures),
  cei: ({ figures }) => figures && ceiTable(figures),
  promises: ({ promises }, at) => promises && promisesTable(promises, at),
  disputes: ({ disputes }, at) => disputes && disputesTable(disputes, at),
  'aging-by-owner': ({ owners }, at) => owners && ownersTable(owners.rows, at),
  'sync-health': ({ keeping }, at) =>
    keeping && (keeping.sync ? syncTable(keeping.sync, at) : keepingTable(keeping.imports, at)),
  provision: ({ provision }, at) => provision && provisionTable(provision, at.currency),
};

/** By due days where there is no forecast, as the widget does. */
function cashTableOf({ cash, forecast, noForecast }: PaperData, at: WidgetMoment): PaperTable | undefined {
  const { currency } = at;
  if (cash && forecast) return cashTable(cashPoints(cash, forecast, at), currency);
  return cash && noForecast
    ? dueCashTable(duePoints(cash, at), cash, { currency, missing: noForecast })
    : undefined;
}
