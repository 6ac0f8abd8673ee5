import { DashboardFile, type DashboardSheets } from '@/components/pdf/dashboard-file';
import { recordReportRun } from '@/db/commands/record-report-run';
import { dashboardList } from '@/db/queries/dashboards';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { chosenDashboard } from '@/lib/chosen-dashboard';
import type { DashboardView } from '@/lib/dashboard-view';
import { DEFAULT_LAYOUT } from '@/lib/domain/dashboard-layout';
import { hashOf } from '../aging/file';
import { pdfInTurn } from '../pdf-turn';
import { drawnPaper } from './paper';

/** The dashboard of a view as PDF, noted as taken away; null when there is none of that id. */
export async function dashboardPdf(
  actor: StaffActor & { readonly userId: string },
  { filters: asked, dashboardId }: Pick<DashboardView, 'filters' | 'dashboardId'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const current = await withScope(actor, 'read', async (tx) =>
    chosenDashboard(await dashboardList(tx, actor.userId), dashboardId),
  );
  if (current === undefined) return null;
  const layout = current?.layout ?? DEFAULT_LAYOUT;
  const madeAt = new Date();
  const { seller, paper, timeZone, knownAt, filters, tables } = await drawnPaper(actor, asked, {
    layout,
    madeAt,
  });
  const sheets = { seller, paper, timeZone, facts: [], tables };
  const { asOf, knownAt: _at, page: _page, ...rest } = filters;
  const file = await makeDashboardPdf({ ...sheets, filters, knownAt }, madeAt);
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
