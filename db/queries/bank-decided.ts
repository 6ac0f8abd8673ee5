import { type SQL, sql } from 'drizzle-orm';
import { bankDecisions } from '../schema/bank-decisions';

/**
 * Of the rows of `bank_lines`: whether a decision about the line stands. The table is written out: a column of the only table of a
 * query comes without it, and would then be the decision's own.
 */
export const isDecided: SQL<boolean> = sql<boolean>`exists (select from ${bankDecisions} b
  where b.line_id = bank_lines.id and b.undone_at is null)`;
