import { expect, test } from 'vitest';
import { statementsPdf } from '@/app/exports/statements/pdf';
import { archiveCustomer } from '@/db/commands/archive-customer';
import { assignOwner } from '@/db/commands/assign-owner';
import { lastRecorded } from '@/db/queries/last-recorded';
import { reportJobFile, reportJobsOf } from '@/db/queries/report-jobs';
import { reportRunList } from '@/db/queries/report-runs';
import { statementAccounts } from '@/db/queries/statement-accounts';
import { statementPapers } from '@/db/queries/statement-papers';
import { makeReportsLeft } from '@/jobs/reports';
import { readStatementFilters, statementParams } from '@/lib/statement-filters';
import { textOfPages } from '../pdf-text';
import { createWorld, day, refusalOf } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const TODAY = day('2026-03-31');
const filtersOf = (params: Record<string, string | string[]> = {}) =>
  readStatementFilters(params, 'USD', TODAY).filters;
const accounts = (w: World, params: Record<string, string | string[]> = {}, limit = 50) =>
  w.read((tx) => statementAccounts(tx, filtersOf(params), { knownAt: null, limit }));
const told = async (w: World, params: Record<string, string | string[]> = {}) =>
  (await accounts(w, params)).rows.map((row) => `${row.customer} ${row.balanceMinor} ${row.currency}`);

/** Acme owes in two currencies, Beta settled in March, Quiet never had anything. */
async function busyWorld() {
  const w = await createWorld();
  await w.invoice(10_000, '2026-03-10', { on: '2026-02-10' });
  await w.invoice(2_500, '2026-03-10', { on: '2026-02-10', currency: 'EUR' });
  const beta = await w.addCustomer('Beta');
  await w.invoice(4_000, '2026-03-10', { on: '2026-02-20', customerId: beta });
  await w.pay(4_000, '2026-03-15', { customerId: beta });
  const quiet = await w.addCustomer('Quiet');
  return { ...w, beta, quiet };
}

test('every account with something open has a statement, and of what happened those that moved', async () => {
  const w = await busyWorld();
  expect(await told(w)).toEqual(['Acme 2500 EUR', 'Acme 10000 USD']);
  expect(await told(w, { to: '2026-02-28' })).toEqual(['Acme 2500 EUR', 'Acme 10000 USD', 'Beta 4000 USD']);
  expect(await told(w, { kind: 'activity', from: '2026-03-01' })).toEqual([
    'Acme 2500 EUR',
    'Acme 10000 USD',
    'Beta 0 USD',
  ]);
  expect(await told(w, { kind: 'activity', from: '2026-03-16' })).toEqual([
    'Acme 2500 EUR',
    'Acme 10000 USD',
  ]);
  expect((await accounts(w)).totals).toEqual([
    { currency: 'USD', balanceMinor: 10_000 },
    { currency: 'EUR', balanceMinor: 2_500 },
  ]);
});

test('who is named has a statement in any case, also when archived; filters narrow the others', async () => {
  const w = await busyWorld();
  await w.write((tx) => archiveCustomer(tx, w.admin, { customerId: w.beta }));
  await w.write((tx) => assignOwner(tx, w.admin, { customerIds: [w.customerId], owner: 'Ines' }));
  expect(await told(w, { customer: [w.quiet, w.beta] })).toEqual(['Beta 0 USD', 'Quiet 0 USD']);
  expect(await told(w, { owner: 'Ines' })).toEqual(['Acme 2500 EUR', 'Acme 10000 USD']);
  expect(await told(w, { owner: 'Tom' })).toEqual([]);
  const stranger = await createWorld();
  expect(await told(stranger, { customer: [w.customerId] })).toEqual([]);
});

test('pages of accounts follow each other without a gap or a repeat', async () => {
  const w = await busyWorld();
  const params = { to: '2026-02-28' };
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof accounts>> = await accounts(
      w,
      { ...params, ...(after && { after }) },
      1,
    );
    seen.push(...page.rows.map((row) => `${row.customer} ${row.currency}`));
    after = page.next && JSON.stringify(page.next);
  } while (after);
  expect(seen).toEqual(['Acme EUR', 'Acme USD', 'Beta USD']);
});

test('filters are what their parameters bring back; a span that ends before it begins is dropped', () => {
  const filters = filtersOf({ kind: 'activity', from: '2026-02-01', to: '2026-02-28', owner: 'Ines' });
  expect(filtersOf(statementParams(filters, 'USD'))).toEqual(filters);
  expect(readStatementFilters({ from: '2026-03-02', to: '2026-03-01' }, 'USD', TODAY)).toMatchObject({
    dropped: ['from'],
    filters: { from: '2026-03-01', to: '2026-03-01' },
  });
});

test('a file of several statements holds each on pages of its own, and is noted as taken away', async () => {
  const w = await busyWorld();
  const file = await statementsPdf(w.manager, { filters: filtersOf(), fileName: 'statements.pdf' });
  const pages = await textOfPages(file ?? new Uint8Array());
  expect(pages).toHaveLength(2);
  expect(pages[0]).toContain('€25.00');
  expect(pages[1]).toContain('$100.00');
  const [run] = await w.read((tx) => reportRunList(tx, { limit: 1, offset: 0 }));
  expect(run).toMatchObject({ kind: 'statements_pdf', asOf: '2026-03-31' });
  const nobody = { filters: filtersOf({ owner: 'Tom' }), fileName: 'statements.pdf' };
  expect(await refusalOf(statementsPdf(w.manager, nobody))).toBe('not_found');
});

test('many statements are made by the worker, with the figures of each page, or counted when they are too many', async () => {
  const w = await createWorld();
  for (let i = 0; i < 26; i += 1)
    await w.invoice(100 + i, '2026-03-10', { customerId: await w.addCustomer(`Client ${i}`) });
  const filters = filtersOf();
  expect(await statementsPdf(w.manager, { filters, fileName: 'many.pdf' })).toBeNull();
  const jobs = () => w.read((tx) => reportJobsOf(tx, w.manager.userId ?? ''), w.manager);
  while ((await jobs()).some(({ state }) => state === 'queued' || state === 'running'))
    await makeReportsLeft();
  const [job] = await jobs();
  expect(job).toMatchObject({ state: 'done', fileName: 'many.pdf', pagesDone: 26, pagesTotal: 26 });
  const made = await w.read((tx) => reportJobFile(tx, w.manager.userId ?? '', job?.id ?? ''), w.manager);
  const pages = await textOfPages(made?.file ?? new Uint8Array());
  expect(pages.filter((page) => page.includes('Statement of account'))).toHaveLength(26);
  const counted = await w.read(async (tx) =>
    statementPapers(tx, filters, { knownAt: await lastRecorded(tx), bounds: w.org.bounds, most: 25 }),
  );
  expect(counted).toBe(26);
});
