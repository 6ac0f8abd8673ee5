import { expect, test } from 'vitest';
import { hashOf } from '@/app/exports/aging/file';
import { packPdf } from '@/app/exports/month-end/pdf';
import { remakeReport } from '@/app/exports/remake';
import { PackFile } from '@/components/pdf/pack-file';
import { renderPdf } from '@/components/pdf/render';
import { packFacts, packTables } from '@/components/reports/pack-tables';
import { agingReport } from '@/db/queries/aging';
import { type MonthEndPack, monthEndPack } from '@/db/queries/month-end-pack';
import { reportRunList } from '@/db/queries/report-runs';
import { crossAged, over90 } from '@/lib/domain/borrowing-base';
import { sumOf, toMinor } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { formatColumn } from '@/lib/format';
import { textOfPages, typefacesIn } from '../pdf-text';
import { createWorld, day, owner } from '../world';
import type { World } from './report-at';

async function books(): Promise<World> {
  const w = await createWorld();
  const [old, big] = [await w.addCustomer('Old & Slow 日本'), await w.addCustomer('Big')];
  await w.invoice(60_000, '2025-11-01', { customerId: old, number: 'O-1' });
  await w.invoice(40_000, '2026-04-20', { customerId: old, on: '2026-03-20', number: 'O-2' });
  await w.invoice(900_000, '2026-04-10', { customerId: big, on: '2026-03-10', number: 'B-1' });
  await w.invoice(100_000, '2026-03-01', { number: 'A-1' });
  await w.pay(7_000, '2026-03-30', { apply: 'none' });
  await w.invoice(5_000, '2026-03-01', { currency: 'EUR' });
  return w;
}

async function packOf(w: World, params: Readonly<Record<string, string>> = {}, actor = w.manager) {
  const { filters } = readAgingFilters({ asOf: '2026-03-31', ...params }, w.org, day('2026-03-31'));
  const pack = await w.read((tx) => monthEndPack(tx, filters), actor);
  if (!pack) throw new Error('there was no pack');
  return { pack, filters };
}

test('every figure of the pack is one of the aging report of its day', async () => {
  const w = await books();
  const { pack, filters } = await packOf(w);
  const report = await w.read((tx) => agingReport(tx, filters, null));
  expect(pack.aging.totals).toEqual(report.totals);
  expect(pack.aging.tie).toMatchObject({ documentsMinor: report.totals.totalMinor, differenceMinor: 0 });
  const [, , , , from91 = 0, from121 = 0] = report.totals.bucketsMinor;
  expect(over90(pack.debtors).totalMinor).toBe(from91 + from121);
  expect(sumOf(pack.debtors.map((each) => each.billedMinor))).toBe(sumOf(report.totals.bucketsMinor));
  expect(sumOf(pack.debtors.map((each) => each.creditsMinor))).toBe(report.totals.creditsMinor);
  expect(sumOf(pack.debtors.map((each) => each.lateMinor))).toBe(report.lateMinor);
  expect(pack.months.at(-1)?.closingMinor).toBe(report.totals.totalMinor);
  expect(pack.months).toHaveLength(12);
  expect(crossAged(pack.debtors, 25).totalMinor).toBe(100_000);
  expect(pack.base.withoutRate).toEqual([{ currency: 'EUR', amountMinor: 5_000 }]);
});

test('what may be lost is set against the buckets of the aging report, at the rates of the settings or of history', async () => {
  const w = await books();
  const history = await packOf(w);
  expect(history.pack.provision.rates).toBe('history');
  await owner`update organizations set provision_rates = ${['1', '2', '5', '10', '25', '50']} where id = ${w.org.id}`;
  const { pack, filters } = await packOf(w);
  const { totals } = await w.read((tx) => agingReport(tx, filters, null));
  const { buckets, balanceMinor, totalMinor } = pack.provision;
  expect(buckets.map((bucket) => bucket.balanceMinor)).toEqual(totals.bucketsMinor);
  expect(balanceMinor).toBe(sumOf(totals.bucketsMinor));
  expect(totalMinor).toBe(9_400 + 2_000 + 30_000);
  const table = packTables(pack).find(({ title }) => title === 'Bad-debt provision');
  expect(table?.total).toEqual([
    'Total',
    formatColumn(sumOf(totals.bucketsMinor), 'USD'),
    '',
    formatColumn(totalMinor ?? toMinor(0), 'USD'),
  ]);
});

const sheetsOf = (pack: MonthEndPack) => ({
  aging: pack.aging,
  facts: packFacts(pack),
  tables: packTables(pack),
});

test('a pack that is taken away is noted, and of one that was noted without its tables nothing is made again', async () => {
  const w = await books();
  const { filters } = await packOf(w);
  const file = await packPdf(w.manager, filters);
  const [run] = await w.read((tx) => reportRunList(tx, { limit: 1, offset: 0 }));
  expect(run).toMatchObject({
    kind: 'month_end_pdf',
    asOf: '2026-03-31',
    createdBy: w.manager.userId,
    fileHash: hashOf(file ? [file] : []),
  });
  expect((await w.read((tx) => remakeReport(tx, run!))).isSame).toBe(true);
  await owner`update report_runs set content = null where id = ${run!.id}`;
  const bare = { ...run!, hasContent: false };
  await expect(w.read((tx) => remakeReport(tx, bare))).rejects.toMatchObject({ code: 'not_found' });
});

test('the file says on every page what the screen says, and whose it is', async () => {
  const w = await books();
  const { pack } = await packOf(w);
  const file = await renderPdf(() => PackFile({ content: sheetsOf(pack), madeAt: new Date(0) }));
  const pages = await textOfPages(file);
  const text = pages.join(' ');
  for (const { title, rows, total } of packTables(pack)) {
    expect(text).toContain(title);
    for (const row of rows) expect(text).toContain(row.slice(1).join(' '));
    if (total) expect(text).toContain(total.filter((cell) => cell !== '').join(' '));
  }
  expect(text).toContain(`Difference ${formatColumn(pack.aging.tie.differenceMinor, 'USD')}`);
  expect(text).toContain('no rate is known');
  pages.forEach((page, i) => {
    expect(page).toContain('Test Traders');
    expect(page).toContain('As of 31 March 2026');
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
  });
  const { named, embedded, left } = typefacesIn(file);
  expect({ embedded, left }).toEqual({ embedded: named, left: 0 });
});

test('the pack of books without anything is a pack, and a customer gets none', async () => {
  const w = await createWorld();
  const { pack } = await packOf(w, { currency: 'EUR' });
  expect(pack.debtors).toEqual([]);
  const file = await renderPdf(() => PackFile({ content: sheetsOf(pack), madeAt: new Date(0) }));
  expect((await textOfPages(file)).join(' ')).toContain('Nobody');
  await expect(packOf(w, {}, w.customer() as never)).rejects.toThrow();
});
