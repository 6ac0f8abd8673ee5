import { sql } from 'drizzle-orm';
import { bankLines } from '../schema/bank-statements';
import type { Tx } from '../scope';
import { matchBankLines } from './match-bank-lines';

/** What happened to lines, and to which open items. */
export interface Affecting {
  readonly lines: readonly {
    readonly id: string;
    readonly statementId: string;
    readonly payerName: string;
    readonly payerAccount: string;
  }[];
  readonly itemIds: readonly string[];
}

/**
 * Matches again what a decision may have changed: these lines as far as they are open, others of the same payers, and those that
 * were offered one of the items. Books are read only when there is such a line. The caller holds the desk.
 */
export async function matchAffected(tx: Tx, { lines, itemIds }: Affecting): Promise<void> {
  const said = (of: (line: Affecting['lines'][number]) => string) =>
    JSON.stringify([...new Set(lines.map(of))].filter(Boolean));
  const listed = (json: string) => sql`(select jsonb_array_elements_text(${json}::jsonb))`;
  const which = sql`(${bankLines.id}::text in ${listed(said((line) => line.id))}
    or ${bankLines.payerName} in ${listed(said((line) => line.payerName))}
    or ${bankLines.payerAccount} in ${listed(said((line) => line.payerAccount))}
    or jsonb_path_query_array(${bankLines.proposal}, '$.candidates[*].parts[*].itemId')
      ?| array(select jsonb_array_elements_text(${JSON.stringify(itemIds)}::jsonb)))`;
  for (const statementId of new Set(lines.map((line) => line.statementId)))
    await matchBankLines(tx, { statementId, which });
}
