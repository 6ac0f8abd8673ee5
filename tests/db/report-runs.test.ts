import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { ApiError } from '@/app/api/v1/_api/api-error';
import { getAging } from '@/app/api/v1/_resources/aging';
import {
  getReportRun,
  getReportRunChanges,
  getReportRunFile,
  listReportRuns,
} from '@/app/api/v1/_resources/report-runs';
import { filtersOf } from '@/app/exports/aging/remake';
import { remakeReport } from '@/app/exports/remake';
import { recordPayment } from '@/db/commands/record-payment';
import { reverseDocument } from '@/db/commands/reverse-document';
import { updateCustomer } from '@/db/commands/update-customer';
import type { AgingDetail } from '@/db/queries/aging-paper';
import { agingView } from '@/db/queries/aging-view';
import { reportRunList } from '@/db/queries/report-runs';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, day, owner } from '../world';
import { agingCsv } from './aging-csv';
import { ask, askFile } from './api/asking';
import type { World } from './report-at';

async function take(
  w: World,
  asOf: string,
  detail: AgingDetail = 'items',
  params: Record<string, string> = {},
) {
  const { filters } = readAgingFilters({ asOf, ...params }, w.org, day(asOf));
  return agingCsv(w.admin, filters, detail);
}

async function lastRun(w: World): Promise<string> {
  const [run] = await w.read((tx) => reportRunList(tx, { limit: 1, offset: 0 }));
  return run?.id ?? '';
}

test('reports taken while many write are made again later, the same to the byte, each of them', async () => {
  const w = await createWorld();
  const others = await Promise.all(['Bay', 'Cove', 'Dale'].map((name) => w.addCustomer(name)));
  const customers = [w.customerId, ...others];
  await w.invoice(10_000, '2026-01-10');
  const files: { file: string; detail: AgingDetail }[] = [];
  const writing = { isOver: false };
  const writers = customers.map(async (customerId, at) => {
    for (let i = 0; i < 12; i += 1) {
      const on = addDays(day('2026-01-05'), (i * 3 + at) % 20);
      await w.invoice(1_000 + i, on, { customerId, on: '2026-01-05' });
      const paid = await w.pay(700 + at, on, { customerId });
      if (i % 4 === 3)
        await w.write((tx) =>
          reverseDocument(tx, w.admin, {
            documentId: paid.documentId,
            kind: 'payment',
            reason: 'Bounced',
            source: 'staff',
          }),
        );
      if (i % 5 === 4)
        await w.write((tx) => updateCustomer(tx, w.admin, { customerId, name: `Name ${at} ${i}` }));
    }
  });
  const taker = async () => {
    while (!writing.isOver) {
      const detail = files.length % 2 ? 'customers' : 'items';
      files.push({ detail, file: await take(w, '2026-01-20', detail) });
    }
  };
  const takers = [taker(), taker()];
  await Promise.all(writers);
  writing.isOver = true;
  await Promise.all(takers);
  const runs = await w.read((tx) => reportRunList(tx, { limit: 5_000, offset: 0 }));
  expect(runs).toHaveLength(files.length);
  expect(new Set(runs.map((run) => run.fileHash)).size).toBeGreaterThan(5);
  const hashes = files.map(({ file }) => createHash('sha256').update(file).digest('hex'));
  expect(runs.map((run) => run.fileHash).toSorted()).toEqual(hashes.toSorted());
  for (const run of runs) {
    const remade = await w.read((tx) => remakeReport(tx, run));
    expect([run.id, remade.isSame]).toEqual([run.id, true]);
  }
});

test('a report whose transaction saw a writer wait is without what that writer commits later', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-01-10', { number: 'A' });
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let started = () => {};
  const begun = new Promise<void>((resolve) => {
    started = resolve;
  });
  const slow = w.write(async (tx) => {
    await recordPayment(tx, w.admin, {
      customerId: w.customerId,
      receivedOn: day('2026-01-15'),
      amountMinor: toMinor(4_000),
      payment: { method: 'Wire' },
      apply: 'oldest',
      source: 'staff',
    });
    started();
    await held;
  });
  await begun;
  const { filters } = readAgingFilters({ asOf: '2026-01-31' }, w.org, day('2026-01-31'));
  // The report writes its note in the same chain that the payment holds, so it is only done when the payment is.
  const report = agingCsv(w.admin, filters);
  setTimeout(release, 50);
  await slow;
  const file = await report;
  expect(file).toContain('100.00');
  const [run] = await w.read((tx) => reportRunList(tx, { limit: 1, offset: 0 }));
  const remade = await w.read((tx) => remakeReport(tx, run!));
  expect(remade.pieces.join('')).toBe(file);
});

test('a name changed since does not change the report of before, whether sorted or searched by it', async () => {
  const w = await createWorld();
  const zed = await w.addCustomer('Zed');
  await w.invoice(1_000, '2026-01-10', { customerId: zed });
  await w.invoice(2_000, '2026-01-10');
  await take(w, '2026-01-31', 'customers', { sort: 'name' });
  await take(w, '2026-01-31', 'items', { q: 'zed' });
  await w.write((tx) => updateCustomer(tx, w.admin, { customerId: zed, name: 'Abe' }));
  await w.write((tx) => updateCustomer(tx, w.admin, { customerId: zed, name: 'Bob', code: 'Z-1' }));
  for (const run of await w.read((tx) => reportRunList(tx, { limit: 9, offset: 0 })))
    expect((await w.read((tx) => remakeReport(tx, run))).isSame).toBe(true);
  expect(await take(w, '2026-01-31', 'customers', { q: 'Bob' })).toContain('Bob');
});

test('a future instant is not kept: what is recorded until then is not in the file', async () => {
  const w = await createWorld();
  await w.invoice(1_000, '2026-01-10');
  await take(w, '2026-01-31', 'items', { knownAt: '2190-01-01T00:00:00Z' });
  await w.invoice(5_000, '2026-01-11');
  const [run] = await w.read((tx) => reportRunList(tx, { limit: 1, offset: 0 }));
  expect((await w.read((tx) => remakeReport(tx, run!))).isSame).toBe(true);
});

test('what was sent is compared with what is known now: each item that differs, by how much and why', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-02-10', { number: 'A', on: '2026-01-10' });
  await w.invoice(5_000, '2026-02-10', { number: 'B', on: '2026-01-10' });
  const early = await w.pay(5_000, '2026-01-20', { apply: 'none' });
  await take(w, '2026-01-31');
  const id = await lastRun(w);
  expect(await ask(w, getReportRunChanges, { params: { id } })).toMatchObject({ count: 0, difference: 0 });
  await w.pay(10_000, '2026-01-25', { apply: 'oldest' });
  await w.invoice(700, '2026-02-20', { number: 'C', on: '2026-01-30' });
  await w.invoice(900, '2026-02-20', { number: 'After', on: '2026-02-01' });
  await w.write((tx) =>
    reverseDocument(tx, w.admin, {
      documentId: early.documentId,
      kind: 'payment',
      reason: 'Bounced',
      source: 'staff',
    }),
  );
  const changes = await ask<{ data: { number: string; because: unknown[] }[] }>(w, getReportRunChanges, {
    params: { id },
  });
  expect(changes).toMatchObject({
    as_of: '2026-01-31',
    now_known_at: null,
    difference: -43,
    count: 3,
    data: [
      {
        number: 'PMT-00001',
        open_then: -50,
        open_now: 0,
        because: [{ what: 'applied', amount: 50, document: { kind: 'reversal' } }],
      },
      {
        number: 'A',
        open_then: 100,
        open_now: 0,
        difference: -100,
        because: [{ what: 'applied', amount: -100, document: { number: 'PMT-00002' } }],
      },
      { number: 'C', open_then: 0, open_now: 7, because: [{ what: 'document', amount: 7 }] },
    ],
  });
  expect(await ask(w, getReportRunChanges, { params: { id }, query: { limit: '1' } })).toMatchObject({
    count: 3,
    difference: -43,
    data: [{ number: 'PMT-00001' }],
  });
});

test('the difference is that of the totals of then and now, for whatever items the report is about', async () => {
  const w = await createWorld();
  const bay = await w.addCustomer('Bay');
  const cove = await w.addCustomer('Cove');
  await w.write((tx) => updateCustomer(tx, w.admin, { customerId: cove, parentId: bay, owner: 'Tom' }));
  await w.invoice(10_000, '2026-01-10', { customerId: bay });
  await w.invoice(2_000, '2026-01-10', { customerId: cove });
  await w.invoice(3_000, '2026-03-10', { on: '2026-01-10' });
  const asked: Record<string, string>[] = [
    {},
    { q: 'bay' },
    { customer: bay },
    { dueTo: '2026-02-01' },
    { show: 'late' },
    { owner: 'Tom' },
    { tag: '-', group: 'tag' },
    { group: 'parent', min: '10' },
    { group: 'owner', q: 'cove' },
    { group: 'item', show: 'late', q: 'bay' },
  ];
  for (const params of asked) await take(w, '2026-01-31', 'customers', params);
  const runs = await w.read((tx) => reportRunList(tx, { limit: 20, offset: 0 }));
  expect(runs).toHaveLength(asked.length);
  await w.pay(500, '2026-01-15', { customerId: cove });
  await w.pay(6_000, '2026-01-15', { customerId: bay });
  await w.pay(1_000, '2026-01-15');
  await w.invoice(400, '2026-01-20', { customerId: bay });
  for (const run of runs) {
    const filters = filtersOf(run);
    const then = await w.read((tx) => agingView(tx, filters, null));
    const now = await w.read((tx) => agingView(tx, { ...filters, knownAt: null }, null));
    const { difference } = await ask(w, getReportRunChanges, { params: { id: run.id } });
    expect(difference).toBe((now.report.totals.totalMinor - then.report.totals.totalMinor) / 100);
    expect(difference).not.toBe(0);
  }
});

test('a report is listed and made again over the interface; a file that differs is told, not handed out', async () => {
  const w = await createWorld();
  await w.invoice(10_000, '2026-02-10', { number: 'A', on: '2026-01-10' });
  const file = await take(w, '2026-01-31');
  await w.invoice(5_000, '2026-02-10', { number: 'B', on: '2026-01-10' });
  const listed = await ask<{ data: { report_run_id: string }[] }>(w, listReportRuns);
  const id = listed.data[0]?.report_run_id ?? '';
  expect(await ask(w, getReportRun, { params: { id } })).toMatchObject({
    kind: 'aging_items',
    as_of: '2026-01-31',
    created_by: w.admin.userId,
  });
  expect(await ask(w, getReportRunFile, { params: { id } })).toMatchObject({ is_same: true });
  expect(await askFile(w, getReportRunFile, { params: { id } })).toEqual({
    name: 'aging_items_2026-01-31.csv',
    content: file,
  });
  await owner`update report_runs set file_hash = 'other' where id = ${id}`;
  expect(await ask(w, getReportRunFile, { params: { id } })).toMatchObject({ is_same: false });
  const refused = askFile(w, getReportRunFile, { params: { id } });
  await expect(refused).rejects.toBeInstanceOf(ApiError);
  await expect(refused).rejects.toMatchObject({ status: 409, code: 'report_differs' });
  const other = await createWorld();
  await expect(ask(other, getReportRun, { params: { id } })).rejects.toMatchObject({ code: 'not_found' });
});

test('an instant before all years is refused in words, by the interface and by the page alike', async () => {
  const w = await createWorld();
  const { dropped } = readAgingFilters({ knownAt: '0000-01-01T00:00:00Z' }, w.org, day('2026-01-31'));
  expect(dropped).toEqual(['knownAt']);
  const attempt = ask(w, getAging, { query: { known_at: '0001-01-01T00:00:00+14:00' } });
  await expect(attempt).rejects.toMatchObject({ status: 400 });
  expect(await ask(w, getAging, { query: { known_at: '9999-12-31T23:59:59Z' } })).toMatchObject({
    row_count: 0,
  });
});
