import { desc, eq, isNull, sql } from 'drizzle-orm';
import type { LineProblem, StatementFormat } from '@/lib/bank/statement-line';
import type { PlainDate } from '@/lib/domain/dates';
import { countRows } from '../expressions';
import { bankLines, bankStatements } from '../schema/bank-statements';
import type { Tx } from '../scope';
import { isDecided } from './bank-decided';

/** At most so many statements are listed, newest first. */
const MAX_STATEMENTS = 100;

/** A statement without its file. */
export interface StatementRow {
  readonly id: string;
  readonly fileName: string;
  readonly format: StatementFormat;
  readonly account: string;
  readonly createdAt: Date;
  /** Null until somebody has said what its columns are. */
  readonly takenAt: Date | null;
  readonly lineCount: number;
  /** Money in that nobody has dealt with yet. */
  readonly openCount: number;
  /** Of those, how many are exact. */
  readonly exactCount: number;
  readonly firstOn: PlainDate | null;
  readonly lastOn: PlainDate | null;
}

/** The statements of the organization, newest first. */
export async function statementList(tx: Tx): Promise<StatementRow[]> {
  const isOpen = sql`${bankLines.repeatsId} is null and not ${isDecided}`;
  return tx
    .select({
      id: bankStatements.id,
      fileName: bankStatements.fileName,
      format: bankStatements.format,
      account: bankStatements.account,
      createdAt: bankStatements.createdAt,
      takenAt: bankStatements.takenAt,
      lineCount: countRows(sql`${bankLines.id} is not null`),
      openCount: countRows(sql`${bankLines.id} is not null and ${isOpen}`),
      exactCount: countRows(sql`${bankLines.proposal} ->> 'confidence' = 'exact' and ${isOpen}`),
      firstOn: sql<PlainDate | null>`min(${bankLines.bookedOn})::text`,
      lastOn: sql<PlainDate | null>`max(${bankLines.bookedOn})::text`,
    })
    .from(bankStatements)
    .leftJoin(bankLines, eq(bankLines.statementId, bankStatements.id))
    .groupBy(bankStatements.id)
    .orderBy(desc(bankStatements.createdAt))
    .limit(MAX_STATEMENTS);
}

/** What a statement's own page says of it. */
export interface StatementHead
  extends Pick<StatementRow, 'id' | 'fileName' | 'format' | 'account' | 'createdAt' | 'takenAt'> {
  readonly problems: readonly LineProblem[];
  /** Nothing was ever decided about its lines, so it can go. */
  readonly isUntouched: boolean;
}

/** One statement; null when there is none. */
export async function statementHead(tx: Tx, id: string): Promise<StatementHead | null> {
  const [row] = await tx
    .select({
      id: bankStatements.id,
      fileName: bankStatements.fileName,
      format: bankStatements.format,
      account: bankStatements.account,
      createdAt: bankStatements.createdAt,
      takenAt: bankStatements.takenAt,
      problems: bankStatements.problems,
      isUntouched: sql<boolean>`not exists (select from bank_decisions b join bank_lines l on l.id = b.line_id
        where l.statement_id = bank_statements.id)`,
    })
    .from(bankStatements)
    .where(eq(bankStatements.id, id));
  return row ?? null;
}

/** The file of a statement whose columns are not named yet; null when there is none. */
export async function statementFile(
  tx: Tx,
  id: string,
): Promise<{ file: Uint8Array; mapping: unknown } | null> {
  const [row] = await tx
    .select({ file: bankStatements.file, mapping: bankStatements.mapping })
    .from(bankStatements)
    .where(sql`${eq(bankStatements.id, id)} and ${isNull(bankStatements.takenAt)}`);
  return row ?? null;
}
