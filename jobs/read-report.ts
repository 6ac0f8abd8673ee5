import { recordAgingPaper } from '@/db/commands/record-aging-paper';
import { recordExplorePaper } from '@/db/commands/record-explore-paper';
import { recordInvoicePapers } from '@/db/commands/record-invoice-papers';
import { recordStatementPapers } from '@/db/commands/record-statement-papers';
import { agingPaper } from '@/db/queries/aging-paper';
import { explorePaper } from '@/db/queries/explore-paper';
import { invoicePapers, MOST_INVOICES } from '@/db/queries/invoice-papers';
import { lastRecorded } from '@/db/queries/last-recorded';
import { MOST_STATEMENTS, statementPapers } from '@/db/queries/statement-papers';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { readAgingJob } from '@/lib/aging-job';
import { todayIn } from '@/lib/domain/dates';
import { readExploreJob } from '@/lib/explore-job';
import { readInvoiceJob } from '@/lib/invoice-job';
import { readStatementJob } from '@/lib/statement-job';
import type { ReportContent } from './render-report';

/** Milliseconds that a large report may take to be read. */
const WITHIN = 120_000;
/** Lines that a file may have: about 2,000 pages. */
const MOST_LINES = 70_000;

/** What a file is made of, who asked for it, and how it is noted as taken away. */
export interface ReadReport {
  readonly work: ReportContent;
  readonly by: string;
  readonly record: (
    tx: Tx,
    actor: StaffActor,
    made: { readonly madeAt: Date; readonly fileHash: string },
  ) => Promise<unknown>;
}

/** Reads what a report on the list is made of; null when it would be too long. @throws Error for a kind that is none of ours. */
export async function readReport(
  worker: StaffActor,
  { kind, params }: { readonly kind: string; readonly params: unknown },
): Promise<ReadReport | null> {
  if (kind === 'aging') return readAging(worker, params);
  if (kind === 'explore') return readExplore(worker, params);
  if (kind === 'statements') return readStatements(worker, params);
  if (kind === 'invoices') return readInvoices(worker, params);
  throw new Error(`there is no report of the kind ${kind}`);
}

async function readAging(worker: StaffActor, params: unknown): Promise<ReadReport | null> {
  const { filters, detail, by } = readAgingJob(params);
  const asked = { detail, most: MOST_LINES };
  const content = await withScope(worker, 'read', (tx) => agingPaper(tx, filters, asked), WITHIN);
  return (
    content && {
      work: { kind: 'aging', content },
      by,
      record: (tx, actor, made) => recordAgingPaper(tx, actor, content, made),
    }
  );
}

async function readExplore(worker: StaffActor, params: unknown): Promise<ReadReport | null> {
  const { filters, by } = readExploreJob(params);
  const asked = { detail: 'invoices', most: MOST_LINES } as const;
  const content = await withScope(worker, 'read', (tx) => explorePaper(tx, filters, asked), WITHIN);
  return (
    content && {
      work: { kind: 'explore', content },
      by,
      record: (tx, actor, made) => recordExplorePaper(tx, actor, content, made),
    }
  );
}

async function readStatements(worker: StaffActor, params: unknown): Promise<ReadReport | null> {
  const { bounds, currency, timeZone } = worker.org;
  const { filters, by } = readStatementJob(params, currency, todayIn(timeZone));
  const content = await withScope(
    worker,
    'read',
    async (tx) =>
      statementPapers(tx, filters, { knownAt: await lastRecorded(tx), bounds, most: MOST_STATEMENTS }),
    WITHIN,
  );
  if (typeof content === 'number') return null;
  return {
    work: { kind: 'statements', content },
    by,
    record: (tx, actor, made) => recordStatementPapers(tx, actor, content, made),
  };
}

async function readInvoices(worker: StaffActor, params: unknown): Promise<ReadReport | null> {
  const { currency, timeZone } = worker.org;
  const { filters, by } = readInvoiceJob(params, currency);
  const asked = { today: todayIn(timeZone), most: MOST_INVOICES };
  const content = await withScope(
    worker,
    'read',
    async (tx) => invoicePapers(tx, filters, { ...asked, knownAt: await lastRecorded(tx) }),
    WITHIN,
  );
  if (typeof content === 'number') return null;
  return {
    work: { kind: 'invoices', content },
    by,
    record: (tx, actor, made) => recordInvoicePapers(tx, actor, content, made),
  };
}
