import { type SQL, sql } from 'drizzle-orm';
import { bankDecisions } from '../schema/bank-decisions';
import { bankLines } from '../schema/bank-statements';

/** Of the rows of `bank_lines`: whether a decision about the line stands. */
export const isDecided: SQL<boolean> = sql<boolean>`exists (select from ${bankDecisions} b
  where b.line_id = ${bankLines.id} and b.undone_at is null)`;
