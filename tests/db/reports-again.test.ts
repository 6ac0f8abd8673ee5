import { expect, test } from 'vitest';
import { thenAndNow } from '@/app/(staff)/reports/compare/read';
import { dashboardPdf } from '@/app/exports/dashboard/pdf';
import { writeExploreFile } from '@/app/exports/explore/file';
import { explorePdf } from '@/app/exports/explore/pdf';
import { packPdf } from '@/app/exports/month-end/pdf';
import { remakeReport } from '@/app/exports/remake';
import { tableChanges } from '@/components/reports/table-changes';
import { cancelPromise } from '@/db/commands/cancel-promise';
import { resolveDispute } from '@/db/commands/resolve-dispute';
import { updateCustomer } from '@/db/commands/update-customer';
import { agingByGroup } from '@/db/queries/aging-groups';
import { exploreSummary } from '@/db/queries/explore';
import { reportRunList } from '@/db/queries/report-runs';
import { readExploreFilters } from '@/lib/explore-filters';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, owner } from '../world';
import { agingCsv } from './aging-csv';
import { AS_OF, exploreBooks } from './explore-books';
import type { World } from './report-at';

const runsOf = (w: World) => w.read((tx) => reportRunList(tx, { limit: 50, offset: 0 }));

/** Takes a file of each kind away, Explore narrowed by what changes later. */
async function takeAll(w: World): Promise<void> {
  const aging = readAgingFilters({}, w.org, AS_OF).filters;
  const explore = (params: Record<string, string>) => readExploreFilters(params, w.org, AS_OF).filters;
  const csv = (params: Record<string, string>, columns: 'table' | 'all') =>
    w.write((tx) =>
      writeExploreFile(tx, w.admin, { filters: explore(params), columns, write: () => Promise.resolve() }),
    );
  await csv({}, 'all');
  await csv({ status: 'promised', sort: 'owner' }, 'table');
  await csv({ tag: 'hotel', credits: '1' }, 'all');
  await csv({ owner: 'Tom' }, 'table');
  for (const detail of ['summary', 'invoices'] as const)
    await explorePdf(w.admin, { filters: explore({ credits: '1' }), detail, fileName: 'e.pdf' });
  await agingCsv(w.admin, readAgingFilters({ group: 'owner' }, w.org, AS_OF).filters);
  await agingCsv(w.admin, readAgingFilters({ tag: 'school' }, w.org, AS_OF).filters);
  await dashboardPdf({ ...w.admin, userId: w.admin.userId ?? '' }, { filters: aging, dashboardId: null });
  await packPdf(w.admin, aging);
}

/** Changes everything that a file could hang on: names, owners, tags, claims, documents, settings and rates. */
async function changeAll(w: World): Promise<void> {
  const customers = await owner<{ id: string }[]>`select id from customers where org_id = ${w.org.id}`;
  for (const [i, { id }] of customers.entries())
    await w.write((tx) =>
      updateCustomer(tx, w.admin, { customerId: id, name: `Renamed ${i}`, owner: 'Zoe', tags: ['new'] }),
    );
  const promised = await owner<{ id: string }[]>`select id from promises where org_id = ${w.org.id}`;
  for (const { id } of promised) await w.write((tx) => cancelPromise(tx, w.admin, { promiseId: id }));
  const contested = await owner<{ id: string }[]>`select id from disputes where org_id = ${w.org.id}`;
  for (const { id } of contested)
    await w.write((tx) => resolveDispute(tx, w.admin, { disputeId: id, resolution: 'Agreed' }));
  for (const { id } of customers.slice(1)) await w.pay(5_000, AS_OF, { customerId: id, apply: 'oldest' });
  await owner`update organizations set name = 'Other Traders', time_zone = 'Asia/Tokyo', bounds = ${[10, 20]},
    provision_rates = ${['1', '50', '90']} where id = ${w.org.id}`;
  await owner`insert into reminder_policies (org_id, policy) values (${w.org.id}, ${owner.json({ graceDays: 9 })})`;
}

test('every file is made again the same to the byte, whatever was changed, renamed or recorded since', async () => {
  const w = await exploreBooks(6);
  await takeAll(w);
  const runs = await runsOf(w);
  expect(new Set(runs.map(({ kind }) => kind)).size).toBe(7);
  const tomsBefore = await toms(w);
  expect(tomsBefore).toBeGreaterThan(0);
  await changeAll(w);
  // The control: nothing is as it was.
  expect(await toms(w)).toBe(0);
  for (const run of runs) {
    const { isSame } = await w.read((tx) => remakeReport(tx, run));
    expect([run.kind, isSame]).toEqual([run.kind, true]);
  }
});

async function toms(w: World): Promise<number> {
  const { filters } = readExploreFilters({ owner: 'Tom' }, w.org, AS_OF);
  return (await w.read((tx) => exploreSummary(tx, filters))).matched.itemCount;
}

test('owners and tags of a report are those that were known at its moment', async () => {
  const w = await exploreBooks(2);
  const { filters } = readAgingFilters({}, w.org, AS_OF);
  const owners = (knownAt: typeof filters.knownAt) =>
    w.read((tx) => agingByGroup(tx, { ...filters, knownAt }, { by: 'owner', limit: null }));
  const before = await owners(null);
  await agingCsv(w.admin, filters);
  const [run] = await runsOf(w);
  await changeAll(w);
  expect((await owners(null)).rows.map(({ label }) => label)).toEqual(['Zoe']);
  expect(await owners(run?.knownAt ?? null)).toEqual(before);
});

test('what was sent of Explore, a dashboard or a pack is compared figure by figure with what is known now', async () => {
  const w = await exploreBooks(6);
  await takeAll(w);
  const compared = (await runsOf(w)).filter(({ kind }) => !kind.startsWith('aging'));
  const changesOf = async (run: (typeof compared)[number]) => {
    const tables = await thenAndNow(w.admin, run);
    return tables && tableChanges(tables.before, tables.after);
  };
  for (const run of compared) expect([run.kind, await changesOf(run)]).toEqual([run.kind, []]);
  await w.invoice(77_700, '2026-03-01', { on: '2026-02-01' });
  for (const run of compared.filter(({ kind }) => kind !== 'explore')) {
    const changes = (await changesOf(run)) ?? [];
    expect([run.kind, changes.length > 0]).toEqual([run.kind, true]);
  }
  const pack = compared.find(({ kind }) => kind === 'month_end_pdf');
  const cover = (await changesOf(pack!))?.find(({ title }) => title === 'Where the figures come from');
  expect(cover?.cells.map(({ row }) => row)).toEqual(['Posted documents', 'Open items']);
  const other = await createWorld();
  expect(await thenAndNow(other.admin, pack!).catch((error: Error) => error.name)).toBe('ZodError');
});
