import { sql } from 'drizzle-orm';
import { type AgingBasis, thresholds } from '@/lib/domain/aging';
import { addMonths, monthEnd, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { type LossCohort, type Provision, provisionOf, rollForwardRates } from '@/lib/domain/provision';
import { Refusal } from '@/lib/refusal';
import { type AgingRule, type BooksAt } from '../expressions';
import { allocations, openItems } from '../schema/open-items';
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
 * it became 365 days past due. Items and applications are summed by their days first; months are looked at over those sums.
 */
async function lossCohorts(
  tx: Tx,
  { asOf, currency, knownAt }: BooksAt,
  { basis, bounds, ends }: AgingRule & { readonly ends: readonly PlainDate[] },
): Promise<LossCohort[]> {
  const known = (table: string) =>
    knownAt === null ? sql`true` : sql`${sql.identifier(table)}.recorded_at <= ${knownAt}::timestamptz`;
  const from = basis === 'due' ? sql`due_on` : sql`issued_on`;
  const starts = sql`${`{${thresholds(bounds).join(',')}}`}::int[]`;
  const lostOn = sql`due_on + ${LOST_AFTER_DAYS}::int`;
  const rows = await tx.execute<{ bucket: number; balance: string; lost: string }>(sql`
    with moves (issued_on, day, due_on, amount, written_off) as materialized (
      select effective_on, effective_on, due_on, sum(amount_minor), 0
      from ${openItems} i where currency = ${currency} and amount_minor > 0 and effective_on <= ${asOf} and ${known('i')}
      group by effective_on, due_on
      union all select d.effective_on, a.effective_on, d.due_on, -sum(a.amount_minor),
        coalesce(sum(a.amount_minor) filter (where c.kind = 'write_off'), 0)
      from ${allocations} a join ${openItems} d on d.id = a.debit_item_id join ${openItems} c on c.id = a.credit_item_id
      where a.currency = ${currency} and a.effective_on <= ${asOf} and ${known('a')}
      group by d.effective_on, a.effective_on, d.due_on),
    cohorts as (
      select month_end, width_bucket(month_end - ${from}, ${starts}) as bucket,
        sum(amount) filter (where day <= month_end) as balance,
        sum(case when ${lostOn} < month_end then case when day <= month_end then amount else 0 end
          else case when day > month_end and day <= ${lostOn} then written_off else 0 end
            + case when day <= ${lostOn} and ${lostOn} < ${asOf} then amount else 0 end end) as lost
      from moves join unnest(${`{${ends.join(',')}}`}::date[]) as month_end on issued_on <= month_end
      group by 1, 2)
    select bucket, sum(balance)::text as balance, sum(greatest(lost, 0))::text as lost from cohorts group by bucket`);
  return rows.map(({ bucket, balance, lost }) => ({
    bucket,
    balanceMinor: toMinor(balance),
    lostMinor: toMinor(lost),
  }));
}
