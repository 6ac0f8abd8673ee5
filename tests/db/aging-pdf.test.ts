import { expect, test } from 'vitest';
import { getReportRunFile } from '@/app/api/v1/_resources/report-runs';
import { hashOf } from '@/app/exports/aging/file';
import { agingPdf } from '@/app/exports/aging/pdf';
import { updateCustomer } from '@/db/commands/update-customer';
import { updateOrganization } from '@/db/commands/update-organization';
import { agingReport } from '@/db/queries/aging';
import type { AgingDetail } from '@/db/queries/aging-paper';
import { reportRunList } from '@/db/queries/report-runs';
import type { Actor } from '@/lib/actor';
import type { Minor } from '@/lib/domain/money';
import { readAgingFilters } from '@/lib/filters';
import { formatColumn } from '@/lib/format';
import { textOfPages, typefacesIn } from '../pdf-text';
import { createWorld, day, owner } from '../world';
import { ask } from './api/asking';
import type { World } from './report-at';

interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly detail?: AgingDetail;
  readonly actor?: World['admin'];
}

async function taken(w: World, { params = {}, detail = 'customers', actor = w.admin }: Asked = {}) {
  const { filters } = readAgingFilters(params, w.org, day('2026-03-31'));
  const file = await agingPdf(actor, { filters, detail, fileName: 'report.pdf' });
  if (!file) throw new Error('it was left to the worker');
  const pages = await textOfPages(file);
  return { file, filters, pages, text: pages.join(' ') };
}

async function books(): Promise<World> {
  const w = await createWorld();
  const evil = await w.addCustomer('=HYPERLINK("http://x") <script>alert(1)</script>');
  const far = await w.addCustomer('Łódź 日本 שלום عالم 😀');
  await w.invoice(120_000, '2026-04-10', { on: '2026-03-01', number: 'A-1' });
  await w.invoice(80_005, '2026-03-15', { customerId: evil, number: '-B,1' });
  await w.invoice(1_234_567, '2025-11-01', { customerId: far, number: 'Ω-9' });
  await w.pay(70_000, '2026-03-30', { apply: 'none' });
  await w.invoice(333, '2026-03-15', { currency: 'KWD' });
  return w;
}

const lastRun = (w: World) => w.read(async (tx) => (await reportRunList(tx, { limit: 1, offset: 0 }))[0]!);

test('every figure of the file is the one of the screen, to the cent, with its tie-out', async () => {
  const w = await books();
  for (const params of [{}, { show: 'late' }, { currency: 'KWD' }, { bounds: '30,60' }, { q: 'none' }]) {
    const { text, filters } = await taken(w, { params });
    const screen = await w.read((tx) => agingReport(tx, filters, null));
    const { currency } = filters;
    const cell = (amount: Minor) => (amount === 0 ? '–' : formatColumn(amount, currency));
    for (const row of screen.rows) {
      const amounts = [...row.bucketsMinor, row.creditsMinor, row.totalMinor].map(cell).join(' ');
      expect(text).toContain(`${amounts} ${(row.oldestDays ?? 0) > 0 ? `${row.oldestDays} d` : '–'}`);
    }
    const { bucketsMinor, creditsMinor, totalMinor } = screen.totals;
    const sums = [...bucketsMinor, creditsMinor, totalMinor].map((sum) => formatColumn(sum, currency));
    expect(text).toMatch(new RegExp(`Total, \\d+ customers? ${sums.join(' ').replaceAll(/[().]/g, '\\$&')}`));
    expect(text).toContain('Agrees with the ledger:');
    expect(text).toContain('difference');
    expect(text).toContain('Page 1 of 1');
    expect(text).toContain('As of 31 March 2026');
  }
});

test('the file says what narrows it, and nothing when nothing does', async () => {
  const w = await books();
  expect((await taken(w)).text).not.toContain('Only part of it');
  const params = { q: 'hyper', min: '100', customer: w.customerId };
  expect((await taken(w, { params })).text).toContain(
    'Only part of it: customer contains hyper; customer Acme; total from $100.00.',
  );
});

test('items stand under their customers in their own buckets, and names as they are', async () => {
  const w = await books();
  const { text } = await taken(w, { detail: 'items' });
  expect(text).toContain('A-1 1 Mar 2026 10 Apr 2026 1,200.00 –');
  expect(text).toContain('=HYPERLINK("http://x") <script>alert(1)</script>');
  expect(text).toMatch(/Łódź □□/);
  expect(text).toContain('□ stands for a character');
  expect(text).toMatch(/Payment PMT-00001 30 Mar 2026 – \(700\.00\)/);
});

test('every typeface that a file names is in it', async () => {
  const { file } = await taken(await books(), { detail: 'items' });
  const { named, embedded, left } = typefacesIn(file);
  expect(named).toBeGreaterThan(2);
  expect({ embedded, left }).toEqual({ embedded: named, left: 0 });
});

test('a file is noted, and made again the same to the byte whatever happened since', async () => {
  const w = await books();
  for (const detail of ['customers', 'items'] as const) {
    const { file } = await taken(w, { params: { asOf: '2026-03-20' }, detail });
    const run = await lastRun(w);
    expect(run).toMatchObject({
      kind: detail === 'items' ? 'aging_items_pdf' : 'aging_pdf',
      fileHash: hashOf([file]),
    });
    await w.invoice(5_000, '2026-03-18');
    const customer = { customerId: w.customerId, name: `Renamed ${detail}` };
    await w.write((tx) => updateCustomer(tx, w.admin, customer));
    await w.write((tx) => updateOrganization(tx, w.admin, { name: `Other ${detail}`, paper: 'letter' }));
    const asked = { params: { id: run.id } };
    expect(await ask(w, getReportRunFile, asked)).toMatchObject({ is_same: true });
    expect((await taken(w, { params: { asOf: '2026-03-20' }, detail })).file).not.toEqual(file);
    const other = await createWorld();
    await expect(ask(other, getReportRunFile, asked)).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('a long report goes on over pages that all say whose, what, of when and which page', async () => {
  const w = await createWorld();
  const name = (i: number) => `Customer ${String(i).padStart(3, '0')}`;
  await owner`insert into customers (id, org_id, name, currency)
    select gen_random_uuid(), ${w.org.id}, 'Customer ' || lpad(i::text, 3, '0'), 'USD' from generate_series(1, 70) i`;
  const made = await owner<{ id: string; name: string }[]>`
    select id, name from customers where org_id = ${w.org.id} and name like 'Customer %'`;
  for (const { id } of made) await w.invoice(100, '2026-03-01', { customerId: id });
  const { pages, text } = await taken(w, { params: { sort: 'name' } });
  expect(pages.length).toBeGreaterThan(1);
  pages.forEach((page, i) => {
    expect(page).toContain('Test Traders');
    expect(page).toContain('Aged receivables');
    expect(page).toContain('As of 31 March 2026');
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
  });
  for (let i = 1; i <= 70; i += 1) expect(text.split(name(i)).length).toBe(2);
  expect(pages.at(-1)).toContain('Total, 70 customers');
});

test('a manager may take it; a customer may not', async () => {
  const w = await books();
  await taken(w, { actor: w.manager });
  expect(await lastRun(w)).toMatchObject({ createdBy: w.manager.userId });
  const dana: Actor = w.customer();
  await expect(taken(w, { actor: dana as never })).rejects.toMatchObject({ cause: { code: '42501' } });
});
