import { expect, test } from 'vitest';
import { explorePdf } from '@/app/exports/explore/pdf';
import { statusWords } from '@/components/explore/status-words';
import { exploreSummary } from '@/db/queries/explore';
import { type ExploreDetail, explorePaper } from '@/db/queries/explore-paper';
import { exploreRows } from '@/db/queries/explore-rows';
import type { Minor } from '@/lib/domain/money';
import { readExploreFilters } from '@/lib/explore-filters';
import { FACT_NAMES } from '@/lib/explore-words';
import type { SearchParams } from '@/lib/filters';
import { formatColumn } from '@/lib/format';
import { textOfPages, typefacesIn } from '../pdf-text';
import { createWorld, owner } from '../world';
import { AS_OF, exploreBooks } from './explore-books';
import type { World } from './report-at';

async function taken(w: World, params: SearchParams, detail: ExploreDetail, actor = w.admin) {
  const { filters } = readExploreFilters(params, w.org, AS_OF);
  const file = await explorePdf(actor, { filters, detail, fileName: 'open.pdf' });
  if (!file) throw new Error('it was too long');
  const pages = await textOfPages(file);
  return { file, filters, pages, text: pages.join(' ') };
}

const column = (amount: Minor) => formatColumn(amount, 'USD');

test('the file says what Explore shows: every figure and every row, to the cent, whatever narrows it', async () => {
  const w = await exploreBooks(5);
  for (const params of [
    {},
    { age: ['1', '3'], sort: 'customer' },
    { status: ['disputed', 'promise_broken'], sort: 'due', dir: 'desc' },
    { credits: '1', sort: 'open', dir: 'asc' },
    { q: 'nobody' },
  ]) {
    const { text, filters, pages } = await taken(w, params, 'invoices');
    const { matched, whole, top } = await w.read((tx) => exploreSummary(tx, filters));
    const { rows } = await w.read((tx) => exploreRows(tx, filters, 1_000));
    expect(text).toContain(`Open ${column(matched.openMinor)} ${column(whole.openMinor)}`);
    for (const amount of matched.bucketsMinor) expect(text).toContain(column(amount));
    expect(text).toContain(`${FACT_NAMES.disputed} ${column(matched.factsMinor.disputed)}`);
    for (const { customer, bucketsMinor, openMinor } of top)
      expect(text).toContain([customer, ...bucketsMinor.map(column), column(openMinor)].join(' '));
    let at = text.indexOf('Customer and number');
    for (const row of rows) {
      const next = text.indexOf(`${row.customer}, ${row.number}`, at);
      expect(next).toBeGreaterThan(at);
      expect(text.slice(next)).toContain(`${statusWords(row) || '–'} ${column(row.openMinor)}`);
      at = next;
    }
    expect(pages.at(-1)).toContain(`Total ${column(matched.openMinor)}`);
    pages.forEach((page, i) => {
      expect(page).toContain('Test Traders');
      expect(page).toContain('As of 31 March 2026');
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
    });
  }
});

test('the summary has no rows, says what narrows it, and carries its typefaces', async () => {
  const w = await createWorld();
  const evil = await w.addCustomer('=HYPERLINK("http://x") 日本');
  await w.invoice(10_000, '2026-03-01', { customerId: evil, number: 'N-1' });
  const { file, text, pages } = await taken(w, { customer: evil, min: '5', age: '1' }, 'summary', w.manager);
  expect(text).toContain('Only part of it: age is 1–30; open amount at least $5.00; customer is =HYPERLINK');
  expect(text).toContain('□ stands for a character');
  expect(text).not.toContain('N-1');
  expect(pages.length).toBeLessThanOrEqual(2);
  const { named, embedded, left } = typefacesIn(file);
  expect({ embedded, left }).toEqual({ embedded: named, left: 0 });
  const [run] = await owner`select * from report_runs where org_id = ${w.org.id}`;
  expect(run).toMatchObject({ kind: 'explore_pdf', created_by: w.manager.userId });
  expect(run?.filters).toMatchObject({ customerIds: [evil] });
});

test('a customer gets none, and what would be too long is refused', async () => {
  const w = await createWorld();
  const { filters } = readExploreFilters({}, w.org, AS_OF);
  await w.invoice(10_000, '2026-03-01');
  await w.invoice(10_000, '2026-03-01');
  const two = await w.read((tx) => explorePaper(tx, filters, { detail: 'invoices', most: 1 }));
  expect(two).toBeNull();
  await expect(
    explorePdf(w.customer() as never, { filters, detail: 'summary', fileName: 'open.pdf' }),
  ).rejects.toThrow();
  expect(await owner`select 1 from report_runs where org_id = ${w.org.id}`).toHaveLength(0);
});
