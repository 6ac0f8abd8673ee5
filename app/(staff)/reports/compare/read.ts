import { z } from 'zod';
import { drawnPaper } from '@/app/exports/dashboard/paper';
import { exploreFiltersOf } from '@/app/exports/explore/remake';
import { exploreTables } from '@/components/explore/explore-tables';
import type { PaperTable } from '@/components/paper-table';
import { packFacts, packTables } from '@/components/reports/pack-tables';
import { explorePaper } from '@/db/queries/explore-paper';
import { monthEndPack } from '@/db/queries/month-end-pack';
import { reportRunContent, type StoredReportRun } from '@/db/queries/report-runs';
import { LARGE_BOOKS_WITHIN, type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { readLayout } from '@/lib/domain/dashboard-layout';
import type { ExploreFilters } from '@/lib/explore-filters';
import type { AgingFilters } from '@/lib/filters';
import { readNotedSheets } from '@/lib/noted-sheets';
import { isExplore } from '@/lib/report-kinds';
import { readStoredFilters } from '@/lib/stored-filters';

/** The tables of a report as they were when it was taken away, and the same for the same day as they are known now. */
interface ThenAndNow {
  readonly before: readonly PaperTable[];
  readonly after: readonly PaperTable[];
}

/** Reads them; null for a report of which too little was noted. */
export async function thenAndNow(actor: StaffActor, run: StoredReportRun): Promise<ThenAndNow | null> {
  const read = <T>(work: (tx: Tx) => Promise<T>) => withScope(actor, 'read', work, LARGE_BOOKS_WITHIN);
  if (isExplore(run.kind)) return read((tx) => exploreThenAndNow(tx, exploreFiltersOf(run)));
  if (!run.hasContent) return null;
  const { facts, tables } = readNotedSheets(await read((tx) => reportRunContent(tx, run.id)));
  const filters = { ...readStoredFilters(run.filters), asOf: run.asOf, knownAt: null, page: 1 };
  if (run.kind === 'dashboard_pdf') return { before: tables, after: await dashboardNow(actor, run, filters) };
  const pack = await read((tx) => monthEndPack(tx, filters));
  return (
    pack && { before: [coverOf(facts), ...tables], after: [coverOf(packFacts(pack)), ...packTables(pack)] }
  );
}

/** Its figures: rows are compared in Explore itself, which shows any moment. */
async function exploreThenAndNow(tx: Tx, filters: ExploreFilters): Promise<ThenAndNow> {
  const figures = async (asked: ExploreFilters) => {
    const paper = await explorePaper(tx, asked, { detail: 'summary', most: 0 });
    return paper ? exploreTables(paper) : [];
  };
  return {
    before: await figures(filters),
    after: await figures({ ...filters, knownAt: null, graceDays: null }),
  };
}

const WithLayout = z.object({ layout: z.unknown() });

async function dashboardNow(
  actor: StaffActor,
  run: StoredReportRun,
  filters: AgingFilters,
): Promise<readonly PaperTable[]> {
  const layout = readLayout(WithLayout.parse(run.filters).layout);
  if (!layout) throw new Error('a dashboard was noted without its layout');
  return (await drawnPaper(actor, filters, { layout, madeAt: run.madeAt ?? new Date() })).tables;
}

function coverOf(facts: readonly (readonly [string, string])[]): PaperTable {
  const rows = facts.map(([label, value]) => [label, value]);
  return { title: 'Where the figures come from', words: '', heads: ['', 'Amount'], rows, total: null };
}
