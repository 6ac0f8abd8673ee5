// A filter change of Explore: what the server reads for it, and the export of every row that is open.
import postgres from 'postgres';
import { exploreSummary } from '@/db/queries/explore';
import { exploreRows } from '@/db/queries/explore-rows';
import { withScope } from '@/db/scope';
import { toPlainDate } from '@/lib/domain/dates';
import { readExploreFilters } from '@/lib/explore-filters';
import type { SearchParams } from '@/lib/filters';
import { benchActor } from './actor';
import { fillBooks } from './fill-books';
import { median, row, timed } from './measure';

const TODAY = toPlainDate('2026-06-30');
const TURNS = 9;
/** Milliseconds that a measurement may take where a page would be refused. */
const WITHIN = 60_000;

const CHANGES: Readonly<Record<string, SearchParams>> = {
  'no filter': {},
  'age and amount': { age: ['2', '3'], min: '2000' },
  'owner and status': { owner: 'Ines', status: ['promised', 'disputed'] },
  'customer text, by customer': { q: '0012', sort: 'customer' },
  '31 days back': { asOf: '2026-05-30' },
};

/** Prints, for each size, how many items are open and the middle time of each filter change. */
export async function benchExplore(ownerUrl: string, sizes: readonly number[]): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice() {} });
  process.stdout.write(`\n${row('explore, a filter change', 'open', 'summary ms', 'rows ms')}\n`);
  for (const size of sizes) {
    const { orgId } = await fillBooks(owner, size, TODAY);
    await saySomething(owner, orgId);
    const [{ open } = { open: 0 }] = await owner<{ open: number }[]>`
      select count(*)::int as open from open_items where org_id = ${orgId} and open_minor > 0`;
    for (const [label, params] of Object.entries(CHANGES)) {
      const actor = benchActor(orgId);
      const { filters } = readExploreFilters(params, actor.org, TODAY);
      const times: { summary: number; rows: number }[] = [];
      for (let turn = 0; turn <= TURNS; turn += 1)
        await withScope(
          actor,
          'read',
          async (tx) => {
            const summary = await timed(() => exploreSummary(tx, filters));
            const rows = await timed(() => exploreRows(tx, filters));
            if (turn > 0) times.push({ summary, rows });
          },
          WITHIN,
        );
      const middle = (of: 'summary' | 'rows') => median(times.map((time) => time[of]));
      process.stdout.write(
        `${row(`${size.toLocaleString('en-US')}, ${label}`, open, middle('summary'), middle('rows'))}\n`,
      );
    }
  }
  await owner.end({ timeout: 5 });
}

/** Owners and tags, and of every fifth open item a promise, a dispute or a reminder. */
async function saySomething(owner: postgres.Sql, orgId: string): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update customers set owner = (array['Ines', 'Tom', 'Priya'])[1 + length(code || name) % 3],
      tags = array[substr(code, 1, 2)] where org_id = ${orgId}`;
    await tx`create temp table bench_said on commit drop as
      select *, row_number() over (order by id) as n from open_items where org_id = ${orgId} and open_minor > 0`;
    await tx`insert into promises (id, org_id, customer_id, document_id, currency, amount_minor, promised_for, promised_on)
      select gen_random_uuid(), org_id, customer_id, document_id, currency, open_minor, ${TODAY}::date + (n % 20)::int - 10, effective_on
      from bench_said where n % 15 = 0`;
    await tx`insert into disputes (id, org_id, customer_id, document_id, amount_minor, reason, opened_on)
      select gen_random_uuid(), org_id, customer_id, document_id, open_minor, 'Damaged', effective_on from bench_said where n % 15 = 1`;
    await tx`create temp table bench_reminded on commit drop as
      select *, gen_random_uuid() as reminder from bench_said where n % 5 = 2`;
    await tx`insert into reminders (id, org_id, customer_id, currency, reminder_date, level, fee_minor, interest_minor)
      select reminder, org_id, customer_id, currency, due_on, 1, 0, 0 from bench_reminded`;
    await tx`insert into reminder_lines (org_id, reminder_id, customer_id, currency, document_id, item_id, outstanding_minor,
        days_past_due, interest_minor, level)
      select org_id, reminder, customer_id, currency, document_id, id, open_minor, 1, 0, 1 from bench_reminded`;
  });
  for (const table of ['promises', 'disputes', 'reminders', 'reminder_lines', 'customers'])
    await owner`vacuum analyze ${owner(table)}`;
}
