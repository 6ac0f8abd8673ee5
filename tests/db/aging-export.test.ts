import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeAgingFile } from '@/app/exports/aging/file';
import { remakeReport } from '@/app/exports/remake';
import { agingReport } from '@/db/queries/aging';
import { agingByItem } from '@/db/queries/aging-items';
import type { AgingDetail } from '@/db/queries/aging-paper';
import { reportRunById } from '@/db/queries/report-runs';
import type { Actor } from '@/lib/actor';
import { AGING_SORTS } from '@/lib/aging-sort';
import { toDecimal } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, day, owner } from '../world';
import { agingCsv } from './aging-csv';
import type { World } from './report-at';

async function exported(
  w: World,
  params: Readonly<Record<string, string>>,
  { detail = 'customers', actor = w.admin }: { detail?: AgingDetail; actor?: World['admin'] } = {},
) {
  const { filters } = readAgingFilters(params, w.org, day('2026-03-31'));
  const file = await agingCsv(actor, filters, detail);
  const screen = await w.read((tx) => agingReport(tx, filters));
  const lines = Papa.parse<string[]>(file.slice(1), {
    delimiter: ',',
    comments: '#',
    skipEmptyLines: true,
  }).data;
  return { file, screen, heads: lines[0], rows: lines.slice(1, -1), last: lines.at(-1) };
}

async function books(): Promise<World> {
  const w = await createWorld();
  const evil = await w.addCustomer('=HYPERLINK("http://x")');
  await w.invoice(120_000, '2026-04-10', { on: '2026-03-01', number: 'A' });
  await w.invoice(80_005, '2026-03-15', { customerId: evil, number: '-B,1' });
  await w.pay(70_000, '2026-03-30', { apply: 'none' });
  await w.invoice(333, '2026-03-15', { currency: 'KWD' });
  return w;
}

test('the file is the report of the screen, to the cent, with its totals as the last line', async () => {
  const w = await books();
  for (const params of [
    {},
    { sort: 'name' },
    { show: 'late' },
    { currency: 'KWD' },
    { bounds: '30,60' },
    { q: 'none' },
  ]) {
    const { screen, heads, rows, last } = await exported(w, params);
    const currency = 'currency' in params ? params.currency : 'USD';
    const text = ({ bucketsMinor, creditsMinor, totalMinor }: (typeof screen)['totals']) =>
      [...bucketsMinor, creditsMinor, totalMinor].map((amount) => toDecimal(amount, currency));
    expect(rows.map((row) => row.slice(2))).toEqual(screen.rows.map(text));
    expect(rows.map((row) => row[0]?.replace(/^'/, ''))).toEqual(screen.rows.map((row) => row.customer));
    expect(last).toEqual(['Total', currency, ...text(screen.totals)]);
    expect(heads?.at(-1)).toBe('Total');
  }
});

test('whatever it is sorted by, lines come in the order of the screen and not in that of their texts', async () => {
  const w = await books();
  await w.invoice(900, '2025-12-01', { customerId: await w.addCustomer('Nine'), number: 'C' });
  await w.pay(5_000, '2026-03-30', { customerId: await w.addCustomer('Credit'), apply: 'none' });
  for (const sort of AGING_SORTS)
    for (const dir of ['asc', 'desc']) {
      const { screen, rows } = await exported(w, { sort, dir });
      const names = rows.map((row) => row[0]?.replace(/^'/, ''));
      expect({ sort, dir, names }).toEqual({ sort, dir, names: screen.rows.map((row) => row.customer) });
      const { filters } = readAgingFilters({ sort, dir, group: 'item' }, w.org, day('2026-03-31'));
      const items = await w.read((tx) => agingByItem(tx, filters, { limit: null, offset: 0 }));
      const byItem = await exported(w, { sort, dir, group: 'item' });
      const numbers = byItem.rows.map((row) => row[2]?.replace(/^'/, ''));
      expect({ sort, dir, numbers }).toEqual({ sort, dir, numbers: items.rows.map((row) => row.number) });
    }
});

test('a line per item adds up to the same total, and no name is run as a formula', async () => {
  const w = await books();
  const { file, screen, rows, last } = await exported(w, {}, { detail: 'items' });
  const cents = rows.map((row) => Math.round(Number(row.at(-1)) * 100)).reduce((a, b) => a + b, 0);
  expect(cents).toBe(screen.totals.totalMinor);
  expect(last?.at(-1)).toBe(toDecimal(screen.totals.totalMinor, 'USD'));
  expect(rows).toHaveLength(3);
  expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(file).toContain(`"'-B,1"`);
  expect(file).toContain('-700.00');
});

test('a download is noted with all that it takes to make it again, the same to the byte', async () => {
  const w = await books();
  const { file } = await exported(w, { asOf: '2026-03-20', q: 'acme' });
  await w.invoice(5_000, '2026-03-18', { number: 'Backdated' });
  const [run] = await owner`select * from report_runs where org_id = ${w.org.id}`;
  expect(run).toMatchObject({ kind: 'aging', file_hash: createHash('sha256').update(file).digest('hex') });
  const noted = await w.read((tx) => reportRunById(tx, String(run?.id)));
  if (!noted) throw new Error('nothing was noted');
  const { pieces, isSame } = await w.read((tx) => remakeReport(tx, noted));
  expect({ isSame, file: pieces.join('') }).toEqual({ isSame: true, file });
  expect(file).toContain(`# Generated at,"${noted.madeAt?.toISOString()}"`);
  const again = await exported(w, { asOf: '2026-03-20', q: 'acme', knownAt: noted.knownAt });
  expect(withoutInstant(again.file)).toBe(withoutInstant(file));
  const now = await exported(w, { asOf: '2026-03-20', q: 'acme' });
  expect(now.rows).not.toEqual(again.rows);
  const deeds =
    await owner`select * from activity where org_id = ${w.org.id} and verb = 'report_downloaded' order by sequence`;
  expect(deeds).toHaveLength(3);
  expect(deeds[0]?.object_id).toBe(run?.id);
});

test('above the table the file says when, of what and how it was made, and its totals', async () => {
  const w = await books();
  const params = { q: 'acme,\nand', customer: w.customerId, bounds: '30', asOf: '2026-04-20' };
  const { file } = await exported(w, params);
  const notes = file
    .slice(1)
    .split('\r\n')
    .filter((line) => line.startsWith('#'));
  const [made, asOf, known, ...rest] = Papa.parse<string[]>(notes.join('\r\n')).data;
  expect(Date.now() - Date.parse(made?.[1] ?? '')).toBeLessThan(60_000);
  expect(asOf).toEqual(['# As of', '2026-04-20']);
  expect(known?.[1]).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  expect(rest).toEqual([
    ['# Aged by', 'due date'],
    ['# Currency', 'USD'],
    ['# Filters', 'customer contains acme, and; customer Acme'],
    ['# Up to 30', '0.00'],
    ['# 30+', '0.00'],
    ['# Credits', '0.00'],
    ['# Total', '0.00'],
  ]);
  for (const detail of ['customers', 'items'] as const) {
    const whole = await exported(w, {}, { detail });
    const { totals } = whole.screen;
    expect(whole.file).toContain('# Filters,"none"\r\n');
    expect(whole.file).toContain(`# Credits,${toDecimal(totals.creditsMinor, 'USD')}\r\n`);
    expect(whole.file).toContain(`# Total,${toDecimal(totals.totalMinor, 'USD')}\r\n`);
  }
});

test('items alone are written in the order of the screen', async () => {
  const w = await books();
  for (const params of [
    { group: 'item' },
    { group: 'item', sort: 'name' },
    { group: 'item', show: 'late' },
  ]) {
    const { filters } = readAgingFilters(params, w.org, day('2026-03-31'));
    const screen = await w.read((tx) => agingByItem(tx, filters, { limit: null, offset: 0 }));
    const { rows, last } = await exported(w, params);
    expect(rows.map((row) => [row[2]?.replace(/^'/, ''), row[4], row[5], row.at(-1)])).toEqual(
      screen.rows.map(({ number, dueOn, days, amountMinor, openMinor }) => [
        number,
        dueOn,
        amountMinor > 0 ? String(days) : '',
        toDecimal(openMinor, 'USD'),
      ]),
    );
    expect(last?.at(-1)).toBe(toDecimal(screen.totals.totalMinor, 'USD'));
  }
});

test('nothing is noted of a file that is broken off', async () => {
  const w = await books();
  const { filters } = readAgingFilters({}, w.org, day('2026-03-31'));
  await exported(w, {});
  const write = () => Promise.reject(new Error('nobody takes it'));
  const { signal } = new AbortController();
  const broken = writeAgingFile(w.admin, { filters, detail: 'customers', write, signal });
  await expect(broken).rejects.toThrow('nobody takes it');
  expect(await owner`select * from report_runs where org_id = ${w.org.id}`).toHaveLength(1);
});

/** A file but for the line that says when it was generated. */
function withoutInstant(file: string): string {
  return file.replace(/# Generated at.*\r\n/, '');
}

test('a manager may take the report away; a customer may not', async () => {
  const w = await books();
  await exported(w, {}, { actor: w.manager });
  const dana: Actor = w.customer();
  const { filters } = readAgingFilters({}, w.org, day('2026-03-31'));
  await expect(agingCsv(dana as never, filters)).rejects.toMatchObject({ cause: { code: '42501' } });
});
