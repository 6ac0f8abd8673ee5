import { expect, test, vi } from 'vitest';
import { drawnPaper } from '@/app/exports/dashboard/paper';
import { dashboardPdf } from '@/app/exports/dashboard/pdf';
import { widgetMoment } from '@/components/dashboard/moment';
import { dashboardTables } from '@/components/dashboard/tables/dashboard-tables';
import { cashWeeks } from '@/db/queries/cash-weeks';
import { WIDGET_TITLES } from '@/lib/dashboard-widgets';
import { DEFAULT_LAYOUT, WIDGETS } from '@/lib/domain/dashboard-layout';
import { readAgingFilters } from '@/lib/filters';
import { formatColumn, formatDay } from '@/lib/format';
import { textOfPages, typefacesIn } from '../pdf-text';
import { createWorld, owner } from '../world';
import { AS_OF, exploreBooks } from './explore-books';
import type { World } from './report-at';

const ALL = WIDGETS.map((id) => ({ id, size: 'M' as const }));

async function taken(w: World, dashboardId: string | null = null, actor = w.admin) {
  const { filters } = readAgingFilters({}, w.org, AS_OF);
  const file = await dashboardPdf({ ...actor, userId: actor.userId ?? '' }, { filters, dashboardId });
  if (!file) return null;
  const pages = await textOfPages(file);
  return { file, pages, text: pages.join(' '), filters };
}

test('the file has every widget of the standard layout as the table of the screen, and is noted', async () => {
  const w = await exploreBooks(9);
  const made = await taken(w, null, w.manager);
  if (!made) throw new Error('there was no dashboard');
  const { file, pages, text, filters } = made;
  const { tables } = await drawnPaper(w.admin, filters, { layout: DEFAULT_LAYOUT, madeAt: new Date() });
  expect(tables.map(({ title }) => title)).toEqual(DEFAULT_LAYOUT.map(({ id }) => WIDGET_TITLES[id]));
  for (const { title, words, rows, total } of tables) {
    expect(text).toContain(title);
    expect(text).toContain(words);
    for (const row of rows) expect(text).toContain(row.slice(1).join(' '));
    if (total) expect(text).toContain(total.join(' ').trim());
  }
  pages.forEach((page, i) => {
    expect(page).toContain('Test Traders');
    expect(page).toContain('As of 31 March 2026');
    expect(page).toContain(`Page ${i + 1} of ${pages.length}`);
  });
  const { named, embedded, left } = typefacesIn(file);
  expect({ embedded, left }).toEqual({ embedded: named, left: 0 });
  const [run] = await owner`select * from report_runs where org_id = ${w.org.id}`;
  expect(run).toMatchObject({ kind: 'dashboard_pdf', created_by: w.manager.userId });
});

test('every widget there is has a table, also of books without a document', async () => {
  const w = await createWorld();
  const { filters } = readAgingFilters({}, w.org, AS_OF);
  const { tables } = await drawnPaper(w.admin, filters, { layout: ALL, madeAt: new Date() });
  const at = widgetMoment(filters, { today: AS_OF, timeZone: w.org.timeZone });
  expect(tables).toHaveLength(ALL.length);
  for (const { heads, rows } of tables) for (const row of rows) expect(row).toHaveLength(heads.length);
  expect(() => dashboardTables(ALL, {}, at)).toThrow('was not read');
});

test('where the forecast fails the file tells what falls due and says so, on paper as in the page, and so it is made again', async () => {
  const w = await exploreBooks(9);
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await owner`insert into forecast_tests (org_id, currency, as_of, pooling, found)
    values (${w.org.id}, 'USD', ${AS_OF}, 'customer', '{}')`;
  const made = await taken(w);
  if (!made) throw new Error('there was no dashboard');
  const { overdueMinor, expected } = await w.read((tx) => cashWeeks(tx, made.filters));
  const late = formatColumn(overdueMinor, 'USD');
  expect(overdueMinor).toBeGreaterThan(0);
  expect(made.text).toContain(`by week, in USD; ${late} is late already, with no promise.`);
  expect(made.text).toMatch(/The forecast could not be made \(error [\da-f]{8}\)\./);
  for (const { from, to, expectedMinor } of expected) {
    const week = `${formatDay(from, { today: AS_OF })} to ${formatDay(to, { today: AS_OF })}`;
    expect(made.text).toContain(`${week} – ${formatColumn(expectedMinor, 'USD')}`);
  }
  expect(log).toHaveBeenCalledWith(expect.stringContaining('forecast_missing'));
  for (const { id } of DEFAULT_LAYOUT) expect(made.text).toContain(WIDGET_TITLES[id]);
  const [run] = await owner`select content, file_hash from report_runs where org_id = ${w.org.id}`;
  expect(JSON.stringify(run?.content)).toContain('is late already');
  log.mockRestore();
});

test('somebody else’s dashboard is not there', async () => {
  const w = await createWorld();
  const dashboardId = '00000000-0000-4000-8000-000000000000';
  expect(await taken(w, dashboardId)).toBeNull();
  expect(await owner`select 1 from report_runs where org_id = ${w.org.id}`).toHaveLength(0);
});
