import { z } from 'zod';
import { statementHead } from '@/db/queries/bank-statements';
import { statementLines } from '@/db/queries/statement-lines';
import type { Tx } from '@/db/scope';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { HowToRead } from '../../_api/columns-of';

/** What can be said of a statement in its address. */
export const bankLinesQuery = z.strictObject({
  dry_run: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
  ...HowToRead,
  file_name: z.string().max(200).default('api.csv'),
});

export type BankLinesQuery = typeof bankLinesQuery;

/**
 * What the interface answers to a statement: every line, new or there before, and those that cannot be read.
 * @throws Refusal `invalid` for a table whose columns nobody has named: nothing of it is kept.
 */
export async function statementAnswer(tx: Tx, statementId: string, isDryRun: boolean) {
  const head = await statementHead(tx, statementId);
  if (!head?.takenAt)
    throw new Refusal(
      'invalid',
      'It cannot be told which columns of this table are the day and the amount. Say it with map, or bring one such file on the receipts page: either way it is remembered for the next one.',
    );
  const lines = await statementLines(tx, statementId);
  const refused = head.problems.map(({ position, problem }) => ({
    row: position,
    status: 'refused' as const,
    problem,
  }));
  const rows = lines.map((line) => ({
    row: line.position,
    status: line.isRepeat ? ('already_there' as const) : ('created' as const),
    date: line.bookedOn,
    currency: line.currency,
    amount: money(line.amountMinor, line.currency),
    payer: line.payerName,
    text: line.text,
  }));
  return {
    statement_id: isDryRun ? null : statementId,
    dry_run: isDryRun,
    format: head.format,
    account: head.account,
    row_count: rows.length + refused.length,
    created: rows.filter(({ status }) => status === 'created').length,
    already_there: rows.filter(({ status }) => status === 'already_there').length,
    refused: refused.length,
    rows: [...rows, ...refused].toSorted((a, b) => a.row - b.row),
  };
}
