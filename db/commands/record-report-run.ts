import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import { reportRuns } from '../schema/report-runs';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** A report as it was handed out. */
export interface ReportRun {
  readonly kind:
    | 'aging'
    | 'aging_items'
    | 'aging_pdf'
    | 'aging_items_pdf'
    | 'explore'
    | 'explore_all'
    | 'explore_pdf'
    | 'explore_rows_pdf'
    | 'dashboard_pdf'
    | 'month_end_pdf'
    | 'payments'
    | 'customers'
    | 'invoices'
    | 'invoices_pdf'
    | 'recurring_invoices'
    | 'services'
    | 'beneficiaries'
    | 'statements_pdf';
  readonly asOf: PlainDate;
  /** The last instant recorded in what it was made from. */
  readonly knownAt: Instant;
  /** Everything else that it is a function of. Survives JSON. */
  readonly filters: unknown;
  /** What stood in it and hangs on what is kept only as it is now. Survives JSON; left out when nothing does. */
  readonly content?: unknown;
  /** SHA-256 of the file, in hex. */
  readonly fileHash: string;
  /** When it was made, where the file says so; else the moment of noting. */
  readonly madeAt?: Date;
}

/** Notes that somebody took a report away, with all that it takes to make it again. */
export async function recordReportRun(
  tx: Tx,
  actor: Actor,
  run: ReportRun,
): Promise<{ reportRunId: string }> {
  const [created] = await tx
    .insert(reportRuns)
    .values({ ...run, createdBy: actor.userId })
    .returning({ id: reportRuns.id });
  if (!created) throw new Error('insert returned no row');
  const { kind, asOf, knownAt, filters, fileHash } = run;
  await recordActivity(tx, actor, {
    verb: 'report_downloaded',
    objectKind: 'report_run',
    objectId: created.id,
    after: { kind, asOf, knownAt, filters, fileHash },
  });
  return { reportRunId: created.id };
}
