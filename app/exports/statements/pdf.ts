import { StatementsFile } from '@/components/pdf/statements-file';
import { recordStatementPapers } from '@/db/commands/record-statement-papers';
import { lastRecorded } from '@/db/queries/last-recorded';
import { MOST_STATEMENTS, statementPapers } from '@/db/queries/statement-papers';
import { LARGE_BOOKS_WITHIN, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { PAPERS_AT_ONCE } from '@/lib/papers-at-once';
import { Refusal } from '@/lib/refusal';
import { type StatementFilters, statementParams } from '@/lib/statement-filters';
import { hashOf } from '../aging/file';
import { leaveToWorker } from '../papers-download';
import { pdfInTurn } from '../pdf-turn';

interface AskedStatements {
  readonly filters: StatementFilters;
  readonly fileName: string;
}

/**
 * Statements of many customers in one file, noted as taken away; null when they are many and were put on the list of the worker.
 * @throws Refusal `not_found` when there is none, `too_many` above 500.
 */
export async function statementsPdf(
  actor: StaffActor,
  { filters, fileName }: AskedStatements,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { bounds, currency } = actor.org;
  const content = await withScope(
    actor,
    'read',
    async (tx) =>
      statementPapers(tx, filters, { knownAt: await lastRecorded(tx), bounds, most: PAPERS_AT_ONCE }),
    LARGE_BOOKS_WITHIN,
  );
  if (typeof content === 'number') {
    const params = statementParams(filters, currency);
    await leaveToWorker(actor, {
      kind: 'statements',
      count: content,
      most: MOST_STATEMENTS,
      params,
      fileName,
    });
    return null;
  }
  if (content.papers.length === 0)
    throw new Refusal(
      'not_found',
      'None of these customers has anything to state. Choose others, or other days.',
    );
  const madeAt = new Date();
  const file = await pdfInTurn(() => StatementsFile({ content, madeAt }));
  const made = { madeAt, fileHash: hashOf([file]) };
  await withScope(actor, 'write', (tx) => recordStatementPapers(tx, actor, content, made));
  return file;
}
