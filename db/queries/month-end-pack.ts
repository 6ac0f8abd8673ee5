import { asc } from 'drizzle-orm';
import type { DebtorBalance } from '@/lib/domain/borrowing-base';
import type { PlainDate } from '@/lib/domain/dates';
import { sumOf, ZERO } from '@/lib/domain/money';
import { type MonthMeasures, monthMeasures } from '@/lib/domain/month-measures';
import type { AgingFilters } from '@/lib/filters';
import { openItemsAt, sumMinor } from '../expressions';
import type { Tx } from '../scope';
import { agingReport } from './aging';
import { type AgingPaper, agingPaper } from './aging-paper';
import { type BaseTotal, baseTotal } from './base-total';
import { type MonthInputs, monthlyInputs, monthsUpTo } from './measures';
import { organizationFacts } from './organization';
import { type ProvisionReport, provision } from './provision';

/** Months of measures on the pack, and those before them that a count-back may need. */
const MONTHS = 12;
const BEFORE = 12;
/** Customers that a pack has room for. */
export const MOST_PACK_CUSTOMERS = 20_000;

/** A month with its measures. */
interface PackMonth extends MonthInputs {
  readonly measures: MonthMeasures | null;
}

/** What a bank is shown at the end of a month, in one currency: all of it from one snapshot. */
export interface MonthEndPack {
  /** The aging summary, with whose it is, as of when and as known when. */
  readonly aging: AgingPaper;
  readonly lockedOn: PlainDate | null;
  readonly debtors: readonly DebtorBalance[];
  /** What is open in every currency, at the rates that make one sum of it. */
  readonly base: BaseTotal;
  readonly baseCurrency: string;
  /** What is expected to be lost, by the aging buckets of the settings. */
  readonly provision: ProvisionReport;
  /** The last twelve, oldest first. */
  readonly months: readonly PackMonth[];
}

/** Reads it; null when there are more customers than a pack has room for. The filters may be of any currency, and narrow nothing. */
export async function monthEndPack(tx: Tx, asked: AgingFilters): Promise<MonthEndPack | null> {
  const aging = await agingPaper(tx, asked, { detail: 'customers', most: MOST_PACK_CUSTOMERS });
  if (!aging) return null;
  const { filters } = aging;
  const { lockedOn, currency: baseCurrency } = await organizationFacts(tx);
  return {
    aging,
    lockedOn,
    debtors: await debtorsAt(tx, filters),
    base: await baseTotal(tx, baseCurrency, filters, await openByCurrency(tx, filters)),
    baseCurrency,
    provision: await provision(tx, filters),
    months: await measured(tx, filters),
  };
}

async function debtorsAt(tx: Tx, filters: AgingFilters): Promise<DebtorBalance[]> {
  // Past due is past due here, whatever the business ages by.
  const byNinety = { ...filters, basis: 'due', bounds: [90], sort: 'name', descending: false } as const;
  const { rows } = await agingReport(tx, byNinety, null);
  return rows.map(({ customerId, customer, bucketsMinor, lateMinor, creditsMinor, totalMinor }) => {
    const [recent = ZERO, over90Minor = ZERO] = bucketsMinor;
    const billedMinor = sumOf([recent, over90Minor]);
    return { customerId, customer, billedMinor, over90Minor, lateMinor, creditsMinor, totalMinor };
  });
}

function openByCurrency(tx: Tx, filters: AgingFilters) {
  const items = openItemsAt(filters, filters);
  return tx
    .select({ currency: items.currency, amountMinor: sumMinor(items.openMinor) })
    .from(items)
    .groupBy(items.currency)
    .orderBy(asc(items.currency));
}

async function measured(tx: Tx, filters: AgingFilters): Promise<PackMonth[]> {
  const months = await monthlyInputs(
    tx,
    monthsUpTo(filters.asOf, MONTHS + BEFORE),
    filters.currency,
    filters,
  );
  return months
    .map((month, i) => ({ ...month, measures: monthMeasures(months.slice(0, i + 1)) }))
    .slice(-MONTHS);
}
