import type { PlacedWidget, WidgetId } from '@/lib/domain/dashboard-layout';
import { FORECAST_WEEKS } from '@/lib/domain/due-date-forecast';
import type { AgingFilters } from '@/lib/filters';
import type { Tx } from '../scope';
import { type AgingReport, agingReport } from './aging';
import { agingByGroup, type GroupReport } from './aging-groups';
import { type BookKeeping, bookKeeping } from './book-keeping';
import { type CashWeeks, cashWeeks } from './cash-weeks';
import { customerHealth, type HealthList } from './customer-health';
import { type DisputeSummary, disputeSummary } from './dispute-summary';
import { type Forecast, forecast } from './forecast';
import { type KeyFigures, keyFigures } from './key-figures-by-month';
import { type PaymentDays, paymentDays } from './payment-days';
import { type PromiseSummary, promiseSummary } from './promise-summary';
import { type ProvisionReport, provision } from './provision';
import { type SlippingCustomer, slippingCustomers } from './slipping';

/** Customers that the largest balances name, and owners that are named. */
const LARGEST = 7;
/** Customers whose health is shown, the lowest first. */
const LEAST_HEALTHY = 6;

/** What the widgets of a dashboard are drawn from, each read by the one query that other pages read it by. */
export interface DashboardData {
  readonly aging: AgingReport;
  readonly figures: KeyFigures;
  readonly cash: CashWeeks;
  readonly forecast: Forecast;
  readonly paymentDays: PaymentDays;
  readonly promises: PromiseSummary;
  readonly disputes: DisputeSummary;
  readonly owners: GroupReport;
  readonly health: HealthList;
  readonly slipping: readonly SlippingCustomer[];
  readonly provision: ProvisionReport;
  readonly keeping: BookKeeping;
}

/** One of the things that are read. */
export type DashboardPart = keyof DashboardData;

/** What each widget is drawn from. */
const PARTS: Readonly<Record<WidgetId, readonly DashboardPart[]>> = {
  figures: ['figures'],
  aging: ['aging'],
  'cash-expected': ['cash', 'forecast'],
  'largest-balances': ['aging'],
  'payment-days': ['paymentDays'],
  'customer-health': ['health'],
  slipping: ['slipping'],
  dso: ['figures'],
  cei: ['figures'],
  promises: ['promises'],
  disputes: ['disputes'],
  'aging-by-owner': ['owners'],
  'sync-health': ['keeping'],
  provision: ['provision'],
};

/** What the widgets of a layout are drawn from. */
export function partsOf(layout: readonly PlacedWidget[]): ReadonlySet<DashboardPart> {
  return new Set(layout.flatMap(({ id }) => PARTS[id]));
}

/**
 * Reads what the widgets of a dashboard are drawn from, as plain values: for a file all but the forecast in one scope, in the page
 * what ties in one and what takes longer in scopes of its own.
 */
export async function dashboardData(
  tx: Tx,
  parts: ReadonlySet<DashboardPart>,
  at: AgingFilters,
): Promise<Partial<DashboardData>> {
  return {
    ...(parts.has('aging') && { aging: await agingReport(tx, at, LARGEST) }),
    ...(parts.has('figures') && { figures: await keyFigures(tx, at) }),
    ...(parts.has('cash') && { cash: await cashWeeks(tx, at) }),
    ...(parts.has('forecast') && { forecast: await forecast(tx, at, { weeks: FORECAST_WEEKS }) }),
    ...(parts.has('paymentDays') && { paymentDays: await paymentDays(tx, at) }),
    ...(parts.has('promises') && { promises: await promiseSummary(tx, at) }),
    ...(parts.has('disputes') && { disputes: await disputeSummary(tx, at) }),
    ...(parts.has('owners') && {
      owners: await agingByGroup(tx, at, { by: 'owner', limit: LARGEST }),
    }),
    ...(parts.has('health') && { health: await customerHealth(tx, at, { limit: LEAST_HEALTHY }) }),
    ...(parts.has('slipping') && {
      slipping: await slippingCustomers(tx, { ...at, owner: null, tag: null }),
    }),
    ...(parts.has('provision') && { provision: await provision(tx, at) }),
    ...(parts.has('keeping') && { keeping: await bookKeeping(tx) }),
  };
}
