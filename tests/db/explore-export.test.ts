import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { writeExploreFile } from '@/app/exports/explore/file';
import { exploreRows } from '@/db/queries/explore-rows';
import { toDecimal } from '@/lib/domain/money';
import { readExploreFilters } from '@/lib/explore-filters';
import type { SearchParams } from '@/lib/filters';
import { createWorld, owner } from '../world';
import { AS_OF, exploreBooks } from './explore-books';
import type { World } from './report-at';

async function exported(w: World, params: SearchParams, columns: 'table' | 'all' = 'table', actor = w.admin) {
  const { filters } = readExploreFilters(params, w.org, AS_OF);
  const pieces: string[] = [];
  const write = (piece: string) => Promise.resolve(void pieces.push(piece));
  await w.write((tx) => writeExploreFile(tx, actor, { filters, columns, write }), actor);
  const screen = await w.read((tx) => exploreRows(tx, filters, 10_000));
  const file = pieces.join('');
  const [heads = [], ...rows] = Papa.parse<string[]>(file.slice(1), { skipEmptyLines: true }).data;
  return { file, pieces, heads, rows, screen: screen.rows };
}

test('the file is the table: the same rows, in the same order, to the cent', async () => {
  const w = await exploreBooks(5);
  for (const params of [
    {},
    { age: ['1', '3'], sort: 'customer' },
    { status: ['disputed', 'promise_broken'], sort: 'due', dir: 'desc' },
    { credits: '1', sort: 'open', dir: 'asc' },
    { q: 'nobody' },
  ]) {
    const { heads, rows, screen } = await exported(w, params);
    const at = (heading: string) => heads.indexOf(heading);
    expect(rows.map((row) => [row[at('Invoice')], row[at('Open')], row[at('Due')]])).toEqual(
      screen.map((row) => [row.number, toDecimal(row.openMinor, 'USD'), row.dueOn]),
    );
    const all = await exported(w, params, 'all');
    expect(all.heads).toEqual(expect.arrayContaining(heads));
    expect(all.rows.map((row) => row[all.heads.indexOf('Times reminded')])).toEqual(
      screen.map((row) => String(row.remindedTimes)),
    );
  }
});

test('a download is noted when it is complete, and a name is never run as a formula', async () => {
  const w = await createWorld();
  const evil = await w.addCustomer('=HYPERLINK("http://x")');
  await w.invoice(10_000, '2026-03-01', { customerId: evil });
  const { file } = await exported(w, { customer: evil }, 'all', w.manager);
  expect(file).toContain(`"'=HYPERLINK(""http://x"")"`);
  const [run] = await owner`select * from report_runs where org_id = ${w.org.id}`;
  expect(run).toMatchObject({ kind: 'explore_all', filters: { customerIds: [evil] } });
  const broken = w.write((tx) =>
    writeExploreFile(tx, w.admin, {
      filters: readExploreFilters({}, w.org, AS_OF).filters,
      columns: 'table',
      write: () => Promise.reject(new Error('nobody takes it')),
    }),
  );
  await expect(broken).rejects.toThrow('nobody takes it');
  expect(await owner`select * from report_runs where org_id = ${w.org.id}`).toHaveLength(1);
});
