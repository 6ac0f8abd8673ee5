import { eq, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { fingerprints } from '@/lib/bank/fingerprint';
import { readStatement, type TakenStatement } from '@/lib/bank/read-statement';
import type { Mapping } from '@/lib/import/mapping';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../insert-rows';
import { knownBankColumns } from '../queries/bank-columns';
import { bankLines, bankStatements } from '../schema/bank-statements';
import type { Tx } from '../scope';
import { lockDesk } from './lock-desk';
import { matchBankLines } from './match-bank-lines';
import { recordActivity } from './record-activity';

/** A file that somebody brought, or pasted. */
export interface TakeInStatement {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What the columns of a table are; null or left out: as such a table was read before, else as they look. */
  readonly mapping?: Mapping | null;
}

const LONGEST_NAME = 200; // characters of a file name
/** Problems that are kept; more say no more. */
const MOST_PROBLEMS = 200;

/**
 * Keeps a statement, reads its lines, finds those that came before, and matches the rest. A table whose columns nobody has named yet
 * is kept alone: `nameStatementColumns` goes on from there. Books nothing.
 * @throws Refusal `invalid` when the file cannot be read.
 */
export async function takeInStatement(
  tx: Tx,
  actor: Actor,
  { fileName, bytes, mapping = null }: TakeInStatement,
): Promise<{ statementId: string }> {
  await lockDesk(tx);
  const remembered = await knownBankColumns(tx);
  const taken = readStatement(bytes, {
    currency: actor.org.currency,
    remembered: (header) => mapping ?? remembered.get(JSON.stringify(header)) ?? null,
  });
  const statementId = uuid7();
  await tx.insert(bankStatements).values({
    id: statementId,
    fileName: nameOf(fileName),
    format: taken.format,
    account: taken.account,
    file: bytes,
    header: taken.table?.header ?? null,
    mapping: taken.table?.mapping ?? null,
    problems: taken.problems.slice(0, MOST_PROBLEMS),
    createdBy: actor.userId,
  });
  if (taken.missing.length === 0) await takeLines(tx, actor, { statementId, fileName, taken });
  return { statementId };
}

/**
 * Says what the columns of a statement are, and takes its lines in.
 * @throws Refusal `not_found`, `already_posted` once it was taken in, `invalid` while a needed column is missing.
 */
export async function nameStatementColumns(
  tx: Tx,
  actor: Actor,
  { statementId, mapping }: { readonly statementId: string; readonly mapping: Mapping },
): Promise<void> {
  await lockDesk(tx);
  const [statement] = await tx.select().from(bankStatements).where(eq(bankStatements.id, statementId));
  if (!statement) throw new Refusal('not_found', 'That statement does not exist.');
  if (statement.takenAt)
    throw new Refusal('already_posted', 'The lines of this statement were taken in already.');
  const taken = readStatement(statement.file, {
    currency: actor.org.currency,
    remembered: () => mapping,
  });
  if (taken.missing.length > 0)
    throw new Refusal('invalid', `Choose the column for ${taken.missing.join(' and ')} first.`, 'column');
  await tx
    .update(bankStatements)
    .set({ mapping, problems: taken.problems.slice(0, MOST_PROBLEMS) })
    .where(eq(bankStatements.id, statementId));
  await takeLines(tx, actor, { statementId, fileName: statement.fileName, taken });
}

interface TakeLines {
  readonly statementId: string;
  readonly fileName: string;
  readonly taken: TakenStatement;
}

async function takeLines(tx: Tx, actor: Actor, { statementId, fileName, taken }: TakeLines): Promise<void> {
  const prints = fingerprints(taken.account, taken.lines);
  const rows = taken.lines
    .map((line, i) => ({ ...line, id: uuid7(), statementId, ordinal: i + 1, fingerprint: prints[i] ?? '' }))
    .filter((line) => line.amountMinor !== 0);
  if (rows.length === 0)
    throw new Refusal('invalid', firstProblem(taken) ?? 'The file has no line with an amount.', 'file');
  await insertRows(tx, bankLines, rows);
  await markRepeats(tx, statementId);
  await tx.update(bankStatements).set({ takenAt: sql`now()` }).where(eq(bankStatements.id, statementId));
  await matchBankLines(tx, { statementId });
  await recordActivity(tx, actor, {
    verb: 'statement_taken_in',
    objectKind: 'bank_statement',
    objectId: statementId,
    after: { fileName: nameOf(fileName), lines: rows.length },
  });
}

function firstProblem({ problems: [first] }: TakenStatement): string | undefined {
  return first && `No line could be read. ${first.problem}`;
}

/** Lines that an earlier statement has: by the bank's own number on the same day and amount, or by everything they say. */
async function markRepeats(tx: Tx, statementId: string): Promise<void> {
  const again = (
    isSame: SQL,
  ) => sql`select mine.id as mine, other.id from ${bankLines} mine join ${bankLines} other
    on other.statement_id <> mine.statement_id and other.repeats_id is null and ${isSame}
    where mine.statement_id = ${statementId}`;
  const isSameNumber = sql`other.bank_id = mine.bank_id and mine.bank_id <> '' and other.booked_on = mine.booked_on
    and other.amount_minor = mine.amount_minor and other.currency = mine.currency`;
  await tx.execute(sql`update ${bankLines} set repeats_id = earlier.id
    from (select distinct on (mine) mine, id from (
      ${again(sql`other.fingerprint = mine.fingerprint`)} union all ${again(isSameNumber)}) as found order by mine, id) as earlier
    where bank_lines.id = earlier.mine`);
}

/** The last part of a path, in one line. */
function nameOf(given: string): string {
  const name = given
    .replace(/\p{C}+/gu, ' ')
    .split(/[/\\]/)
    .at(-1)
    ?.trim();
  return (name || 'Statement').slice(-LONGEST_NAME);
}
