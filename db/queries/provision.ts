import { type SQL, sql } from 'drizzle-orm';
import { type AgingBasis, thresholds } from '@/lib/domain/aging';
import { addMonths, monthEnd, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import { toMinor } from '@/lib/domain/money';
import { type LossCohort, type Provision, provisionOf, rollForwardRates } from '@/lib/domain/provision';
import { Refusal } from '@/lib/refusal';
import { type AgingRule, type BooksAt } from '../expressions';
import { debitSums } from '../schema/debit-sums';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';
import { openByBucket } from './key-figures';

/** Months whose balances are looked at for what was lost of them. */
const HISTORY_MONTHS = 24;
/** Days past due after which what is unpaid counts as lost. */
const LOST_AFTER_DAYS = 365;

/** The expected loss on what is open, by the organization's own aging buckets, and where its rates come from. */
export interface ProvisionReport extends Provision {
  readonly bounds: readonly number[];
  readonly basis: AgingBasis;
  /** `entered` in the settings, or from `history`: the month ends from and to are what was looked at. */
  readonly rates: 'entered' | 'history';
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The provision for doubtful receivables as of a moment. Credits that nothing has taken are not set against it. */
export async function provision(tx: Tx, at: BooksAt): Promise<ProvisionReport> {
  const { rates: entered, ...rule } = await provisionRule(tx);
  const ends = monthEndsBefore(at.asOf);
  const bucketCount = rule.bounds.length + 1;
  const rates = entered ?? rollForwardRates(await lossCohorts(tx, at, { ...rule, ends }), bucketCount);
  const { bucketsMinor } = await openByBucket(tx, at, rule, at.currency);
  const [from = at.asOf, to = at.asOf] = [ends[0], ends.at(-1)];
  return { ...provisionOf(bucketsMinor, rates), ...rule, rates: entered ? 'entered' : 'history', from, to };
}

async function provisionRule(tx: Tx): Promise<AgingRule & { readonly rates: readonly string[] | null }> {
  const [row] = await tx
    .select({
      basis: organizations.agingBasis,
      bounds: organizations.bounds,
      rates: organizations.provisionRates,
    })
    .from(organizations)
    .limit(1);
  if (!row) throw new Refusal('not_found', 'These books are not there any more.');
  return row;
}

/** The ends of the 24 months before the one of `asOf`, oldest first. */
function monthEndsBefore(asOf: PlainDate): PlainDate[] {
  const first = toPlainDate(`${asOf.slice(0, 7)}-01`);
  return Array.from({ length: HISTORY_MONTHS }, (_, i) => monthEnd(addMonths(first, i - HISTORY_MONTHS)));
}

/**
 * What stood in each bucket at the end of each month, and what of it was lost by the moment: written off since, or not paid when
 * it became 365 days past due.
 */
async function lossCohorts(
  tx: Tx,
  at: BooksAt,
  { basis, bounds, ends }: AgingRule & { readonly ends: readonly PlainDate[] },
): Promise<LossCohort[]> {
  const from = basis === 'due' ? sql`due_on` : sql`issued_on`;
  const starts = sql`${`{${thresholds(bounds).join(',')}}`}::int[]`;
  const lostOn = sql`due_on + ${LOST_AFTER_DAYS}::int`;
  const moves = at.knownAt === null ? movesByMonth(at) : movesKnownAt(at, at.knownAt);
  const rows = await tx.execute<{ bucket: number; balance: string; lost: string }>(sql`
    with moves (issued_on, day, due_on, amount, timely, written_off) as materialized (${moves}),
    cohorts as (
      select month_end, width_bucket(month_end - ${from}, ${starts}) as bucket,
        sum(amount) filter (where day <= month_end) as balance,
        sum(case when ${lostOn} < month_end then case when day <= month_end then amount else 0 end
          else case when day > month_end then written_off else 0 end
            + case when ${lostOn} < ${at.asOf} then timely else 0 end end) as lost
      from moves join unnest(${`{${ends.join(',')}}`}::date[]) as month_end on issued_on <= month_end
      group by 1, 2)
    select bucket, sum(balance)::text as balance, sum(greatest(lost, 0))::text as lost from cohorts group by bucket`);
  return rows.map(({ bucket, balance, lost }) => ({
    bucket,
    balanceMinor: toMinor(balance),
    lostMinor: toMinor(lost),
  }));
}

/**
 * How each month changed what is open of the debits of two days, from the sums that posting keeps, with the first of the month in
 * the place of the day: all that is asked is whether it was by the end of a month. What comes after the moment in its own
 * month is taken off again, but for debits, which stood at none of the ends.
 */
function movesByMonth({ asOf, currency }: BooksAt): SQL {
  return sql`select issued_on, month, due_on, amount_minor, timely_minor, written_off_minor
      from ${debitSums} where currency = ${currency} and month <= ${asOf}
    union all select issued_on, month, due_on, -amount_minor, -timely_minor, -written_off_minor from debit_movements
      where source = 'allocations' and currency = ${currency} and moved_on > ${asOf} and moved_on <= ${monthEnd(asOf)}`;
}

/** The same from the ledger itself, day by day, as it was known at an instant. */
function movesKnownAt({ asOf, currency }: BooksAt, knownAt: Instant): SQL {
  return sql`select issued_on, moved_on, due_on, sum(amount_minor), sum(timely_minor), sum(written_off_minor)
    from debit_movements where currency = ${currency} and moved_on <= ${asOf} and recorded_at <= ${knownAt}::timestamptz
    group by 1, 2, 3`;
}
