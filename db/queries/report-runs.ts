import { desc, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Instant } from '@/lib/domain/instants';
import { reportRuns } from '../schema/report-runs';
import type { Tx } from '../scope';
import { instantText } from './last-recorded';

/** A report as it was handed out, with all that it takes to make it again. */
export interface StoredReportRun {
  readonly id: string;
  readonly kind: string;
  readonly asOf: PlainDate;
  readonly knownAt: Instant;
  /** As they were noted; `readStoredFilters` reads them. */
  readonly filters: unknown;
  /** SHA-256 of the file, in hex. */
  readonly fileHash: string;
  readonly createdBy: string | null;
  /** Whether what stood in it was noted with it. */
  readonly hasContent: boolean;
  /** Null for a report that was made before this was kept. */
  readonly madeAt: Date | null;
}

/** Reports that were handed out, the latest first, one page after `offset`. */
export function reportRunList(
  tx: Tx,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<StoredReportRun[]> {
  return select(tx).orderBy(desc(reportRuns.knownAt), desc(reportRuns.id)).limit(limit).offset(offset);
}

/** One of them; null when there is none that the actor may see. */
export async function reportRunById(tx: Tx, id: string): Promise<StoredReportRun | null> {
  const [run] = await select(tx).where(eq(reportRuns.id, id));
  return run ?? null;
}

/** What was noted of what stood in it, for `readNotedSheets`; null when nothing was. */
export async function reportRunContent(tx: Tx, id: string): Promise<unknown> {
  const [run] = await tx
    .select({ content: reportRuns.content })
    .from(reportRuns)
    .where(eq(reportRuns.id, id));
  return run?.content ?? null;
}

function select(tx: Tx) {
  return tx
    .select({
      id: reportRuns.id,
      kind: reportRuns.kind,
      asOf: reportRuns.asOf,
      knownAt: instantText(reportRuns.knownAt),
      filters: reportRuns.filters,
      fileHash: reportRuns.fileHash,
      createdBy: reportRuns.createdBy,
      hasContent: sql<boolean>`${reportRuns.content} is not null`,
      madeAt: reportRuns.madeAt,
    })
    .from(reportRuns)
    .$dynamic();
}
