import type { StaffActor } from '@/lib/actor';
import { statementParams } from '@/lib/statement-filters';
import type { StatementPapers } from '../queries/statement-papers';
import type { Tx } from '../scope';
import { recordReportRun } from './record-report-run';

/** Notes that somebody took statements of many customers away in one file, and of whom. */
export function recordStatementPapers(
  tx: Tx,
  actor: StaffActor,
  { filters, knownAt, papers }: StatementPapers,
  made: { readonly madeAt: Date; readonly fileHash: string },
): Promise<{ reportRunId: string }> {
  return recordReportRun(tx, actor, {
    kind: 'statements_pdf',
    asOf: filters.to,
    knownAt,
    filters: { ...statementParams(filters, actor.org.currency), statements: papers.length },
    ...made,
  });
}
