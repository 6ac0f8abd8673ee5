import { sql } from 'drizzle-orm';
import { addDays, earlier, later, type PlainDate } from '@/lib/domain/dates';
import type { Books } from '@/lib/domain/matching/books';
import type { MatchItem, MatchLine, MatchPayment } from '@/lib/domain/matching/line';
import { toMinor } from '@/lib/domain/money';
import { byHash } from '../bulk';
import { bankDecisions, payerAliases } from '../schema/bank-decisions';
import { bankLines } from '../schema/bank-statements';
import { customers } from '../schema/customers';
import { documents, paymentDetails } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** The most open items that lines are matched against, the oldest due: what fits in memory beside everything else. */
const MOST_ITEMS = 300_000;
/** Days around the lines in which payments are looked for: before, for those that came back, and after. */
const [BEFORE, AFTER] = [120, 3];

/** Everything that these lines of a statement are to be matched against, in four statements whatever their number. */
export async function matchingBooks(
  tx: Tx,
  statementId: string,
  lines: readonly MatchLine[],
): Promise<Books> {
  const currencies = [...new Set(lines.map((line) => line.currency))];
  const [items, people, aliases, payments] = await Promise.all([
    openDebitItems(tx, currencies),
    tx
      .select({ id: customers.id, name: customers.name, code: customers.code, parentId: customers.parentId })
      .from(customers)
      .where(sql`${customers.archivedAt} is null`)
      .orderBy(customers.id)
      .execute(),
    tx
      .select({ kind: payerAliases.kind, key: payerAliases.key, customerId: payerAliases.customerId })
      .from(payerAliases)
      .orderBy(payerAliases.createdAt, payerAliases.id)
      .execute(),
    paymentsLike(tx, statementId, lines),
  ]);
  return { items, customers: people, aliases, payments };
}

/** Rows come raw: mapping 100,000 of them column by column would take as long as matching them. */
async function openDebitItems(tx: Tx, currencies: readonly string[]): Promise<MatchItem[]> {
  const rows = await byHash(
    tx,
    tx.execute<Omit<MatchItem, 'openMinor'> & { openMinor: string } & Record<string, unknown>>(
      sql`select i.id as "itemId", d.number, i.customer_id as "customerId", i.currency, i.due_on::text as "dueOn",
            i.open_minor::text as "openMinor"
          from ${openItems} i join ${documents} d on d.id = i.document_id
          join ${customers} c on c.id = i.customer_id and c.archived_at is null
          where i.open_minor > 0 and i.currency in (select jsonb_array_elements_text(${JSON.stringify(currencies)}::jsonb))
          order by i.due_on, d.number, i.instalment limit ${MOST_ITEMS}`,
    ),
  );
  return rows.map((row) => ({ ...row, openMinor: toMinor(row.openMinor) }));
}

/** Standing payments of one of these amounts, around the days of the lines, newest first. */
async function paymentsLike(
  tx: Tx,
  statementId: string,
  lines: readonly MatchLine[],
): Promise<MatchPayment[]> {
  const [from, to] = daysOf(lines);
  if (!from || !to) return [];
  const amounts = [...new Set(lines.map((line) => -Math.abs(line.amountMinor)))];
  const rows = await byHash(
    tx,
    tx.execute<Omit<MatchPayment, 'amountMinor'> & { amountMinor: string } & Record<string, unknown>>(
      sql`select d.id as "documentId", d.number, coalesce(p.reference, '') as reference, d.customer_id as "customerId",
            d.currency, (-d.amount_minor)::text as "amountMinor", d.document_date::text as "receivedOn",
            own.document_id is null as "isFromElsewhere"
          from ${documents} d join ${paymentDetails} p on p.document_id = d.id
          left join ${documents} r on r.reverses_id = d.id
          left join (select distinct b.document_id from ${bankDecisions} b join ${bankLines} l on l.id = b.line_id
            where l.statement_id = ${statementId} and b.undone_at is null) own on own.document_id = d.id
          where d.kind = 'payment' and r.id is null
            and d.document_date between ${addDays(from, -BEFORE)} and ${addDays(to, AFTER)}
            and d.amount_minor in (select value::bigint from jsonb_array_elements_text(${JSON.stringify(amounts)}::jsonb))
          order by d.document_date desc, d.number limit ${MOST_ITEMS}`,
    ),
  );
  return rows.map((row) => ({ ...row, amountMinor: toMinor(row.amountMinor) }));
}

function daysOf(lines: readonly MatchLine[]): [PlainDate | undefined, PlainDate | undefined] {
  const days = lines.map((line) => line.bookedOn);
  const [first] = days;
  if (!first) return [undefined, undefined];
  return [days.reduce(earlier, first), days.reduce(later, first)];
}
