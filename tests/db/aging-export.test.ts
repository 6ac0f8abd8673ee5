import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { agingFile } from '@/app/exports/aging/file';
import { agingReport } from '@/db/queries/aging';
import type { AgingDetail } from '@/db/queries/aging-paper';
import type { Actor } from '@/lib/actor';
import { toDecimal } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { createWorld, day, owner } from '../world';
import type { World } from './report-at';

async function exported(
  w: World,
  params: Readonly<Record<string, string>>,
  { detail = 'customers', actor = w.admin }: { detail?: AgingDetail; actor?: World['admin'] } = {},
) {
  const { filters } = readAgingFilters(params, w.org, day('2026-03-31'));
  const file = (await w.write((tx) => agingFile(tx, actor, { filters, detail }), actor)).join('');
  const screen = await w.read((tx) => agingReport(tx, filters));
  const lines = Papa.parse<string[]>(file.slice(1), { delimiter: ',', skipEmptyLines: true }).data;
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
  const again = await exported(w, {
    asOf: '2026-03-20',
    q: 'acme',
    knownAt: new Date(run?.known_at as Date).toISOString(),
  });
  expect(again.file).toBe(file);
  expect((await exported(w, { asOf: '2026-03-20', q: 'acme' })).file).not.toBe(file);
  const deeds = await owner`select * from activity where org_id = ${w.org.id} and verb = 'report_downloaded'`;
  expect(deeds).toHaveLength(3);
  expect(deeds[0]?.object_id).toBe(run?.id);
});

test('a manager may take the report away; a customer may not', async () => {
  const w = await books();
  await exported(w, {}, { actor: w.manager });
  const dana: Actor = w.customer();
  const { filters } = readAgingFilters({}, w.org, day('2026-03-31'));
  const attempt = w.write((tx) => agingFile(tx, dana as never, { filters, detail: 'customers' }), dana);
  await expect(attempt).rejects.toMatchObject({ cause: { code: '42501' } });
});
