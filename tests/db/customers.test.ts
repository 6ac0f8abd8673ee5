import { expect, test } from 'vitest';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { agingReport } from '@/db/queries/aging';
import { customerBalances } from '@/db/queries/customer-balances';
import { customerList } from '@/db/queries/customer-list';
import { customerTimeline } from '@/db/queries/customer-timeline';
import { customerById, customerOptions, ownCustomer } from '@/db/queries/customers';
import { documentById } from '@/db/queries/documents';
import { openItemRows } from '@/db/queries/open-items';
import { portalDocument, portalHistory } from '@/db/queries/portal-documents';
import { tieOut } from '@/db/queries/tie-out';
import { readCustomerFilters } from '@/lib/customer-filters';
import { DEFAULT_BOUNDS } from '@/lib/domain/aging';
import { type Minor, sumOf } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, day } from '../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const RULE = { basis: 'due', bounds: DEFAULT_BOUNDS } as const;
const at = (asOf: string) => ({ asOf: day(asOf), knownAt: null });
const filters = (params: Record<string, string> = {}) => readCustomerFilters(params, 'USD').filters;
const balancesAt = (w: World, asOf: string, id = w.customerId) =>
  w.read((tx) => customerBalances(tx, id, at(asOf), RULE));
const listAt = (w: World, asOf: string, params: Record<string, string> = {}) =>
  w.read((tx) => customerList(tx, filters(params), at(asOf)));

/** Invoices in every bucket, part paid, with money left on the account, and a second customer. */
async function busyWorld() {
  const w = await createWorld();
  for (const [i, due] of [
    '2026-04-20',
    '2026-03-31',
    '2026-03-10',
    '2026-02-10',
    '2026-01-10',
    '2025-12-10',
    '2025-10-01',
  ].entries())
    await w.invoice(10_000 + 7 * i, due, { on: '2025-09-01', number: `A${i}` });
  await w.invoice(5_000, '2026-03-01', { number: 'E', currency: 'EUR' });
  await w.pay(3_000, '2026-03-02', { apply: 'oldest' });
  await w.pay(1_150, '2026-03-12', { apply: 'none' });
  const other = await w.addCustomer('Beta');
  await w.invoice(99_900, '2026-05-01', { on: '2026-03-01', customerId: other });
  return { ...w, other };
}

test("a customer's balance is the one of the aging report and ties to the documents, on any day and in each currency", async () => {
  const w = await busyWorld();
  for (const asOf of ['2025-08-31', '2025-12-31', '2026-03-02', '2026-03-31', '2026-06-30']) {
    const balances = await balancesAt(w, asOf);
    for (const currency of ['USD', 'EUR']) {
      const balance = balances.find((each) => each.currency === currency);
      const aging = readAgingFilters({ asOf, currency, customer: w.customerId }, w.org, day(asOf)).filters;
      const { report, tie } = await w.read(async (tx) => ({
        report: await agingReport(tx, aging),
        tie: await tieOut(tx, at(asOf), currency, w),
      }));
      expect(tie.differenceMinor).toBe(0);
      expect(balance?.totalMinor ?? 0).toBe(tie.documentsMinor);
      expect(balance?.totalMinor ?? 0).toBe(report.totals.totalMinor);
      if (!balance) continue;
      expect(balance.bucketsMinor).toEqual(report.totals.bucketsMinor);
      expect(balance.bucketCounts).toEqual(report.bucketCounts);
      expect(balance.creditsMinor).toBe(report.totals.creditsMinor);
      expect(balance.lateMinor).toBe(sumOf(balance.bucketsMinor.slice(1)));
      expect(balance.lateCount).toBe(balance.bucketCounts.slice(1).reduce((a, b) => a + b, 0));
      expect(balance.openCount).toBe(report.rows[0]?.itemCount);
    }
  }
});

test('late is what is past its due day, whatever the buckets count from', async () => {
  const w = await createWorld();
  await w.invoice(4_000, '2026-02-10', { on: '2026-01-01' });
  await w.invoice(6_000, '2026-01-21', { on: '2026-01-01' });
  const rule = { basis: 'invoice', bounds: [30, 60] } as const;
  const [balance] = await w.read((tx) => customerBalances(tx, w.customerId, at('2026-02-10'), rule));
  expect(balance).toMatchObject({
    lateMinor: 6_000,
    lateCount: 1,
    oldestDays: 20,
    bucketsMinor: [0, 10_000, 0],
  });
  const [before] = await w.read((tx) => customerBalances(tx, w.customerId, at('2026-01-21'), rule));
  expect(before).toMatchObject({ lateMinor: 0, lateCount: 0, oldestDays: null });
});

test('the list shows each customer with the figures of its own page, and totals over all that match', async () => {
  const w = await busyWorld();
  const { rows, totals, customerCount } = await listAt(w, '2026-03-31');
  expect(rows.map((row) => row.name)).toEqual(['Beta', 'Acme']);
  expect(customerCount).toBe(2);
  for (const row of rows) {
    const balance = (await balancesAt(w, '2026-03-31', row.id)).find((each) => each.currency === 'USD');
    expect(row).toMatchObject({
      totalMinor: balance?.totalMinor,
      lateMinor: balance?.lateMinor,
      creditsMinor: balance?.creditsMinor,
      openCount: balance?.openCount,
      oldestDays: balance?.oldestDays,
    });
  }
  expect(rows.find((row) => row.name === 'Acme')?.otherCurrencies).toEqual(['EUR']);
  const sum = (pick: (row: (typeof rows)[number]) => Minor) => sumOf(rows.map(pick));
  expect(totals).toEqual([
    {
      currency: 'USD',
      totalMinor: sum((row) => row.totalMinor),
      lateMinor: sum((row) => row.lateMinor),
      creditsMinor: sum((row) => row.creditsMinor),
    },
    { currency: 'EUR', totalMinor: 5_000, lateMinor: 5_000, creditsMinor: 0 },
  ]);
});

test('the list is searched by name and code, narrowed and sorted', async () => {
  const w = await busyWorld();
  const names = async (params: Record<string, string>) =>
    (await listAt(w, '2026-03-31', params)).rows.map((row) => row.name);
  await w.addCustomer('Quiet', 'Q-7');
  expect(await names({ q: 'q-7' })).toEqual(['Quiet']);
  expect(await names({ q: 'ACM' })).toEqual(['Acme']);
  expect(await names({ sort: 'name' })).toEqual(['Acme', 'Beta', 'Quiet']);
  expect(await names({ sort: 'balance', dir: 'asc' })).toEqual(['Quiet', 'Acme', 'Beta']);
  expect(await names({ show: 'late' })).toEqual(['Acme']);
  expect(await names({ show: 'owing' })).toEqual(['Beta', 'Acme']);
  expect(await names({ show: 'unapplied' })).toEqual(['Acme']);
  expect(await names({ show: 'archived' })).toEqual([]);
});

test('a picker offers names that begin with the text first', async () => {
  const w = await createWorld();
  await w.addCustomer('Zebra Acme');
  expect((await w.read((tx) => customerOptions(tx, 'acm'))).map((row) => row.name)).toEqual([
    'Acme',
    'Zebra Acme',
  ]);
  expect(await w.read((tx) => customerOptions(tx, '100%'))).toEqual([]);
});

test('the timeline tells every document and every undoing once, newest day first, page by page', async () => {
  const w = await createWorld();
  for (let i = 1; i <= 21; i += 1)
    await w.invoice(1_000, '2026-02-28', { on: `2026-01-${String(i).padStart(2, '0')}` });
  const paid = await w.pay(1_500, '2026-02-01');
  await w.write((tx) => undoAllocation(tx, w.admin, { allocationId: paid.allocationIds[0] ?? '' }));
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: paid.documentId,
      kind: 'payment',
      on: day('2026-02-03'),
      reason: 'No funds',
      source: 'staff',
    }),
  );
  const page = (after: string | null) =>
    w.read((tx) => customerTimeline(tx, w.customerId, { timeZone: 'America/New_York', after }));
  const first = await page(null);
  const second = await page(first.nextCursor);
  const all = [...first.entries, ...second.entries];
  expect(second.nextCursor).toBeNull();
  expect(new Set(all.map((entry) => entry.cursor)).size).toBe(all.length);
  const told = all.map((entry) => (entry.type === 'document' ? entry.number : entry.verb));
  expect(told.toSorted()).toEqual(
    [
      ...Array.from({ length: 21 }, (_, i) => `INV-${String(i + 1).padStart(5, '0')}`),
      'PMT-00001',
      'REV-00001',
      'allocation_undone',
      'customer_created',
    ].toSorted(),
  );
  expect(all.map((entry) => entry.day)).toEqual(
    all
      .map((entry) => entry.day)
      .toSorted()
      .toReversed(),
  );
  expect(all.find((entry) => entry.type === 'document' && entry.kind === 'reversal')).toMatchObject({
    reason: 'No funds',
    actorName: 'Ada Admin',
    reverses: { kind: 'payment', number: 'PMT-00001' },
  });
  expect(await page('not a cursor')).toEqual(first);
});

test('customers of another organization are not there', async () => {
  const [mine, theirs] = [await createWorld(), await createWorld()];
  await theirs.invoice(10_000, '2026-01-10');
  expect(await mine.read((tx) => customerById(tx, theirs.customerId))).toBeNull();
  expect(await balancesAt(mine, '2026-03-31', theirs.customerId)).toEqual([]);
  expect((await listAt(mine, '2026-03-31')).rows.map((row) => row.id)).toEqual([mine.customerId]);
  expect((await mine.read((tx) => customerOptions(tx, ''))).map((row) => row.id)).toEqual([mine.customerId]);
  const page = { timeZone: 'UTC', after: null };
  expect((await mine.read((tx) => customerTimeline(tx, theirs.customerId, page))).entries).toEqual([]);
});

test('a person of a customer sees what that customer owes, and nothing of anybody else', async () => {
  const w = await busyWorld();
  const dana = w.customer();
  const balances = (id: string) => w.read((tx) => customerBalances(tx, id, at('2026-03-31'), RULE), dana);
  expect(await balances(w.customerId)).toEqual(await balancesAt(w, '2026-03-31'));
  expect(await balances(w.other)).toEqual([]);
  expect(await w.read(ownCustomer, dana)).toEqual({ id: w.customerId, name: 'Acme', currency: 'USD' });
  await expect(w.read((tx) => customerById(tx, w.customerId), dana)).rejects.toMatchObject({
    cause: { code: '42501' },
  });
  await expect(
    w.read((tx) => customerTimeline(tx, w.customerId, { timeZone: 'UTC', after: null }), dana),
  ).rejects.toMatchObject({ cause: { code: '42501' } });
  const paid = await w.pay(100, '2026-03-13');
  await expect(
    w.write((tx) => undoAllocation(tx, dana, { allocationId: paid.allocationIds[0] ?? '' }), dana),
  ).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('a person of a customer reads its own documents and payments, without what the staff said among themselves', async () => {
  const w = await busyWorld();
  const [dana, stranger] = [w.customer(), w.customer(w.other)];
  const paid = await w.pay(10_000, '2026-03-14');
  const { rows, count } = await w.read((tx) => portalHistory(tx, null), dana);
  expect(count).toBe(3);
  expect(rows.find((row) => row.documentId === paid.documentId)).toMatchObject({
    amountMinor: -10_000,
    openMinor: 0,
  });
  expect((await w.read((tx) => portalHistory(tx, null), stranger)).rows).toEqual([]);
  const [first] = await w.read((tx) =>
    openItemRows(tx, at('2026-03-31'), RULE, { customerId: w.customerId }),
  );
  const id = first?.documentId ?? '';
  const [mine, staffs] = [
    await w.read((tx) => portalDocument(tx, id), dana),
    await w.read((tx) => documentById(tx, id, at('2026-03-31'))),
  ];
  expect(mine).toMatchObject({
    number: staffs?.number,
    amountMinor: staffs?.amountMinor,
    lines: staffs?.lines,
  });
  expect(sumOf((mine?.items ?? []).map((item) => item.openMinor))).toBe(staffs?.openMinor);
  expect(sumOf((mine?.settledBy ?? []).map((each) => each.amountMinor))).toBe(
    (staffs?.amountMinor ?? 0) - (staffs?.openMinor ?? 0),
  );
  expect(mine).not.toHaveProperty('reason');
  expect(await w.read((tx) => portalDocument(tx, id), stranger)).toBeNull();
});

test('the pages of a history are its rows, each once, also when one more comes between two of them', async () => {
  const w = await createWorld();
  const dana = w.customer();
  for (let i = 0; i < 103; i += 1) await w.pay(100 + i, `2026-03-${i < 60 ? '10' : '11'}`, { apply: 'none' });
  const first = await w.read((tx) => portalHistory(tx, null), dana);
  await w.pay(999, '2026-03-12', { apply: 'none' });
  const second = await w.read((tx) => portalHistory(tx, first.next), dana);
  const third = await w.read((tx) => portalHistory(tx, second.next), dana);
  const rows = [...first.rows, ...second.rows, ...third.rows];
  expect([first.rows.length, second.rows.length, third.rows.length]).toEqual([50, 50, 3]);
  expect([first.count, second.count, third.next]).toEqual([103, 104, null]);
  expect(new Set(rows.map(({ documentId }) => documentId)).size).toBe(103);
  const days = rows.map(({ documentDate }) => documentDate);
  expect(days).toEqual(days.toSorted().toReversed());
});
