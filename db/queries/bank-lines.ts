import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { DeskFilters, DeskShow } from '@/lib/bank/desk-filters';
import type { PlainDate } from '@/lib/domain/dates';
import type { Proposal } from '@/lib/domain/matching/proposal';
import { type Minor, toMinor } from '@/lib/domain/money';
import { countRows, sumMinor } from '../expressions';
import type { DecisionKind } from '../schema/bank-decisions';
import { bankLines } from '../schema/bank-statements';
import type { Tx } from '../scope';
import { isDecided } from './bank-decided';
import { customerNames } from './customer-names';

/** Lines of one page of the desk. */
const DESK_PAGE = 100;

/** A decision about a line that stands. */
export interface LineDecision {
  readonly kind: DecisionKind;
  readonly batchId: string;
  readonly amountMinor: Minor;
  readonly reason: string | null;
  readonly documentId: string | null;
  /** The payment; null when the line is set aside. */
  readonly number: string | null;
  readonly customer: string | null;
  /** The payment was taken back elsewhere since. */
  readonly isReversed: boolean;
}

/** A line of the desk. */
export interface DeskLine {
  readonly id: string;
  /** Its order in the statement, from 1. */
  readonly ordinal: number;
  readonly position: number;
  readonly bookedOn: PlainDate;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly text: string;
  readonly proposal: Proposal | null;
  readonly decisions: readonly LineDecision[];
  /** The statement that had this line before, and the payment that it became; null for a new line. */
  readonly repeats: {
    readonly statementId: string;
    readonly fileName: string;
    readonly number: string | null;
    readonly receivedOn: PlainDate | null;
  } | null;
}

/** What came in of one currency, and where it went; in = booked + aside + repeated + left. */
export interface DeskTotals {
  readonly currency: string;
  readonly inMinor: Minor;
  readonly bookedMinor: Minor;
  readonly asideMinor: Minor;
  readonly repeatedMinor: Minor;
  readonly leftMinor: Minor;
  /** Below 0. */
  readonly outMinor: Minor;
}

/** One page of the desk, with counts and sums over the whole statement. */
export interface Desk {
  readonly rows: readonly DeskLine[];
  readonly counts: Readonly<Record<DeskShow, number>>;
  /** Lines on all pages. */
  readonly total: number;
  /** The ordinal after which the next page begins; null on the last. */
  readonly next: number | null;
  readonly totals: readonly DeskTotals[];
  /** Names of the customers that proposals speak of, by id. */
  readonly names: ReadonlyMap<string, string>;
}

const IS_REPEATED = sql`${bankLines.repeatsId} is not null`;
const IS_OPEN = sql`(${bankLines.repeatsId} is null and not ${isDecided})`;
const IS_ASIDE = sql`(${bankLines.repeatsId} is not null or exists (select from bank_decisions b
  where b.line_id = bank_lines.id and b.undone_at is null and b.kind = 'ignored'))`;
const IS_BOOKED = sql`exists (select from bank_decisions b
  where b.line_id = bank_lines.id and b.undone_at is null and b.kind <> 'ignored')`;
const isSure = (confidence: string) =>
  sql`(${IS_OPEN} and ${bankLines.proposal} ->> 'confidence' = ${confidence})`;

const SHOWN: Readonly<Record<DeskShow, SQL>> = {
  open: IS_OPEN,
  exact: isSure('exact'),
  likely: isSure('likely'),
  choose: isSure('choose'),
  booked: IS_BOOKED,
  aside: IS_ASIDE,
  all: sql`true`,
};

/** The lines of a statement in their order, narrowed by the filters. */
export async function bankDesk(tx: Tx, statementId: string, filters: DeskFilters): Promise<Desk> {
  const ofStatement = eq(bankLines.statementId, statementId);
  const where = and(ofStatement, SHOWN[filters.show], saying(filters.q));
  const [found, counts, totals, total] = await Promise.all([
    lineRows(tx, where, filters.after),
    countsOf(tx, ofStatement),
    totalsOf(tx, ofStatement),
    tx.select({ count: countRows() }).from(bankLines).where(where).execute(),
  ]);
  const rows = found.slice(0, DESK_PAGE);
  const next = found.length > DESK_PAGE ? (rows.at(-1)?.ordinal ?? null) : null;
  const ids = rows.flatMap(({ proposal }) => [
    ...(proposal?.candidates ?? []).flatMap((each) => [
      each.customerId,
      ...each.parts.map((part) => part.customerId),
    ]),
    ...(proposal?.payments ?? []).map((each) => each.customerId),
  ]);
  const names = await customerNames(tx, [...new Set(ids)]);
  return { rows, counts, totals, total: total[0]?.count ?? 0, next, names };
}

function saying(q: string): SQL | undefined {
  if (q === '') return undefined;
  const said = sql`lower(${bankLines.payerName} || ' ' || ${bankLines.text} || ' ' || ${bankLines.payerAccount})`;
  return sql`position(${q.toLowerCase()} in ${said}) > 0`;
}

async function lineRows(tx: Tx, where: SQL | undefined, after: number | null): Promise<DeskLine[]> {
  return tx
    .select({
      id: bankLines.id,
      ordinal: bankLines.ordinal,
      position: bankLines.position,
      bookedOn: bankLines.bookedOn,
      currency: bankLines.currency,
      amountMinor: bankLines.amountMinor,
      payerName: bankLines.payerName,
      payerAccount: bankLines.payerAccount,
      text: bankLines.text,
      proposal: bankLines.proposal,
      decisions: sql<
        LineDecision[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('kind', b.kind, 'batchId', b.batch_id,
          'amountMinor', b.amount_minor, 'reason', b.reason, 'documentId', b.document_id, 'number', d.number,
          'customer', c.name, 'isReversed', r.id is not null) order by b.decided_at, b.id), '[]')
        from bank_decisions b left join documents d on d.id = b.document_id left join customers c on c.id = b.customer_id
        left join documents r on r.reverses_id = d.id
        where b.line_id = bank_lines.id and b.undone_at is null)`,
      repeats: sql<
        DeskLine['repeats']
      >`(select jsonb_build_object('statementId', s.id, 'fileName', s.file_name,
          'number', booked.number, 'receivedOn', booked.document_date)
        from bank_lines other join bank_statements s on s.id = other.statement_id
        left join lateral (select d.number, d.document_date from bank_decisions b join documents d on d.id = b.document_id
          where b.line_id = other.id and b.undone_at is null order by b.id limit 1) as booked on true
        where other.id = bank_lines.repeats_id)`,
    })
    .from(bankLines)
    .where(and(where, after === null ? undefined : gt(bankLines.ordinal, after)))
    .orderBy(asc(bankLines.ordinal))
    .limit(DESK_PAGE + 1)
    .execute();
}

async function countsOf(tx: Tx, where: SQL): Promise<Desk['counts']> {
  const [row] = await tx
    .select({
      open: countRows(SHOWN.open),
      exact: countRows(SHOWN.exact),
      likely: countRows(SHOWN.likely),
      choose: countRows(SHOWN.choose),
      booked: countRows(SHOWN.booked),
      aside: countRows(SHOWN.aside),
      all: countRows(),
    })
    .from(bankLines)
    .where(where)
    .execute();
  if (!row) throw new Error('a count has a row');
  return row;
}

async function totalsOf(tx: Tx, where: SQL): Promise<DeskTotals[]> {
  const isIn = sql`${bankLines.amountMinor} > 0`;
  const of = (...conditions: SQL[]) => sumMinor(bankLines.amountMinor, and(...conditions));
  const rows = await tx
    .select({
      currency: bankLines.currency,
      inMinor: of(isIn),
      bookedMinor: of(isIn, IS_BOOKED),
      asideMinor: of(isIn, IS_ASIDE, sql`not ${IS_REPEATED}`, sql`not ${IS_BOOKED}`),
      repeatedMinor: of(isIn, IS_REPEATED, sql`not ${IS_BOOKED}`),
      outMinor: of(sql`${bankLines.amountMinor} < 0`),
    })
    .from(bankLines)
    .where(where)
    .groupBy(bankLines.currency)
    .orderBy(asc(bankLines.currency))
    .execute();
  return rows.map((row) => ({
    ...row,
    leftMinor: toMinor(row.inMinor - row.bookedMinor - row.asideMinor - row.repeatedMinor),
  }));
}
