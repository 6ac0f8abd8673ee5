import { paperTables } from '@/components/dashboard/tables/paper-tables';
import { DashboardFile, type DashboardSheets } from '@/components/pdf/dashboard-file';
import { recordReportRun } from '@/db/commands/record-report-run';
import { dashboardPaper } from '@/db/queries/dashboard-paper';
import { dashboardList } from '@/db/queries/dashboards';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { chosenDashboard } from '@/lib/chosen-dashboard';
import type { DashboardView } from '@/lib/dashboard-view';
import { DEFAULT_LAYOUT } from '@/lib/domain/dashboard-layout';
import { hashOf } from '../aging/file';
import { pdfInTurn } from '../pdf-turn';

/** Milliseconds that large books may take to be read. */
const WITHIN = 30_000;

/** The dashboard of a view as PDF, noted as taken away; null when there is none of that id. */
export async function dashboardPdf(
  actor: StaffActor & { readonly userId: string },
  { filters: asked, dashboardId }: Pick<DashboardView, 'filters' | 'dashboardId'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = await withScope(
    actor,
    'read',
    async (tx) => {
      const current = chosenDashboard(await dashboardList(tx, actor.userId), dashboardId);
      return current === undefined ? null : dashboardPaper(tx, asked, current?.layout ?? DEFAULT_LAYOUT);
    },
    WITHIN,
  );
  if (!content) return null;
  const madeAt = new Date();
  const { seller, paper, timeZone, knownAt, layout } = content;
  const sheets = { seller, paper, timeZone, facts: [], tables: paperTables(content, madeAt) };
  const { asOf, knownAt: _at, page: _page, ...rest } = content.filters;
  const file = await makeDashboardPdf({ ...sheets, filters: content.filters, knownAt }, madeAt);
  const fileHash = hashOf([file]);
  await withScope(actor, 'write', (tx) =>
    recordReportRun(tx, actor, {
      kind: 'dashboard_pdf',
      asOf,
      knownAt,
      filters: { ...rest, layout },
      content: sheets,
      fileHash,
      madeAt,
    }),
  );
  return file;
}

/** The file itself: a function of what stands in it and of nothing else. */
export function makeDashboardPdf(content: DashboardSheets, madeAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  return pdfInTurn(() => DashboardFile({ content, madeAt }));
}
