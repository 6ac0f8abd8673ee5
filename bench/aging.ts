// The figures of the aging report against the same figures asked for in psql, at 10,000, 100,000 and 1,000,000 invoices.
import postgres from 'postgres';
import { agingReport, tieOutOf } from '@/db/queries/aging';
import { withScope } from '@/db/scope';
import { DatabaseUnavailable } from '@/lib/database-unavailable';
import { addDays, type PlainDate, toPlainDate } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { benchActor } from './actor';
import { type Books, fillBooks, vacuum } from './fill-books';
import { inTurns, row, timed } from './measure';
import { Psql } from './psql';

const TODAY = toPlainDate('2026-06-30');
const TURNS = 9;
/** Organizations beside the one that is measured, and the invoices of each. */
const [SMALL_ONES, SMALL] = [300, 100];
/** Customers on the first page of the report. */
const PAGE = 50;

/** Prints, for each size and day, the middle time of ours and of psql, and their ratio. */
export async function benchAging(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  const psql = new Psql(ownerUrl);
  process.stdout.write(`\n${row('aging, 50 largest customers', 'ours ms', 'psql ms', 'ratio')}\n`);
  // The planner knows the average organization. Here no organization is like it, and its plan has to be good for each.
  const small: Books[] = [];
  while (small.length < SMALL_ONES) small.push(await fillBooks(owner, SMALL, TODAY));
  for (const size of sizes) {
    const books = await fillBooks(owner, size, TODAY);
    await vacuum(owner);
    await compareDays(psql, books);
  }
  for (const books of small.slice(0, 1)) await compareDays(psql, books);
  psql.close();
  await owner.end({ timeout: 5 });
}

/** A line for today, for a month ago and for a year ago. */
async function compareDays(psql: Psql, books: Books): Promise<void> {
  for (const daysBack of [0, 31, 365]) {
    const asOf = addDays(TODAY, -daysBack);
    const day = daysBack === 0 ? 'today' : `${daysBack} days back`;
    const label = `${books.invoices.toLocaleString('en-US')} invoices, ${day}`;
    const psqlTime = () => psql.time(byHand(books, asOf));
    process.stdout.write(`${await compared(label, () => ours(books, asOf), psqlTime)}\n`);
  }
}

/** A line with both times; where ours takes longer than a page may, and is refused, it says so. */
async function compared(
  label: string,
  read: () => Promise<void>,
  psqlTime: () => Promise<number>,
): Promise<string> {
  try {
    const times = await inTurns(TURNS, () => timed(read), psqlTime);
    return row(label, times.ours, times.theirs, times.ours / times.theirs);
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    return row(label, 'refused', await psqlTime(), '');
  }
}

/** What the page of the report asks for: its rows, its totals, and that they tie out. */
async function ours({ orgId }: Books, asOf: PlainDate): Promise<void> {
  const actor = benchActor(orgId);
  const { filters } = readAgingFilters({ asOf }, actor.org, TODAY);
  await withScope(actor, 'read', async (tx) => {
    await tieOutOf(tx, filters, await agingReport(tx, filters, PAGE));
  });
}

/** The same, as one would type it: no row-level security, no bound parameter, totals by a window, and the tie-out. */
function byHand({ orgId }: Books, asOf: PlainDate): string {
  const sum = (condition: string) => `sum(open) filter (where amount_minor > 0 and ${condition})`;
  const buckets = [
    'days <= 0',
    'days between 1 and 30',
    'days between 31 and 60',
    'days between 61 and 90',
    'days between 91 and 120',
    'days > 120',
  ];
  return `begin; with moved as (
      select id, sum(delta) as open from (
        select id, open_minor as delta from open_items where org_id = '${orgId}' and open_minor <> 0
        union all select debit_item_id, amount_minor from allocations where org_id = '${orgId}' and effective_on > '${asOf}'
        union all select credit_item_id, -amount_minor from allocations where org_id = '${orgId}' and effective_on > '${asOf}'
      ) m group by id having sum(delta) <> 0),
    items as (select i.customer_id, i.amount_minor, m.open, date '${asOf}' - i.due_on as days
      from moved m join open_items i on i.id = m.id where i.effective_on <= '${asOf}' and i.currency = 'USD')
    select c.name, ${buckets.map(sum).join(', ')}, sum(open) filter (where amount_minor < 0), sum(open) as total,
      sum(sum(open)) over ()
    from items join customers c on c.id = items.customer_id group by c.id, c.name order by total desc limit ${PAGE};
    select sum(amount_minor) from documents where org_id = '${orgId}' and document_date <= '${asOf}' and currency = 'USD';
    commit`.replaceAll('\n', ' ');
}
