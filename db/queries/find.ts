import { and, asc, desc, eq, inArray, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import type { FindQuery, Found, FoundDocument, FoundPerson } from '@/lib/find-query';
import { sumMinor } from '../expressions';
import { contacts, customers } from '../schema/customers';
import { documents, paymentDetails } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { isNamed, PERSON } from './customers';

/** Customers, documents and people that are shown at once. */
const CUSTOMERS = 5;
const DOCUMENTS = 6;
const PEOPLE = 6;
/** Customers among whose documents a number or an amount is looked for, and people of whom those of active customers are shown. */
const AMONG = 50;
/** Documents that one way of looking may add before the best are chosen. */
const EACH_WAY = 20;

/**
 * Looks for customers by name, code and how they are reached, for their people by name and how they are reached, and for documents by
 * number, purchase order, reference and amount; with words and a number, among the documents of the customers that the words name.
 * What is open comes first, then the newest.
 */
export async function find(tx: Tx, query: FindQuery): Promise<Found> {
  const named = await namedCustomers(tx, query);
  const among = query.words === '' ? null : named.map(({ id }) => id);
  const found = await foundDocuments(tx, query, among);
  const people = await foundPeople(tx, query);
  const shown = named.slice(0, CUSTOMERS);
  const owed = await owedBy(
    tx,
    shown.map(({ id }) => id),
  );
  return {
    customers: shown.map((customer) => ({
      ...customer,
      owedMinor: owed.get(`${customer.id} ${customer.currency}`) ?? toMinor(0),
    })),
    people,
    documents: found,
  };
}

function namedCustomers(tx: Tx, { whole, words: given, reach }: FindQuery) {
  const words = given || whole;
  return tx
    .select({ id: customers.id, name: customers.name, currency: customers.currency })
    .from(customers)
    .where(and(isNull(customers.archivedAt), or(isNamed(words), isReachedBy(customers.reachKey, reach))))
    .orderBy(
      sql`not starts_with(${customers.nameKey}, lower(${words}))`,
      asc(customers.name),
      asc(customers.id),
    )
    .limit(AMONG);
}

/** The best of all people by themselves: their customers are looked up for those alone, and those of archived ones left out. */
function foundPeople(tx: Tx, { whole, reach }: FindQuery): Promise<FoundPerson[]> {
  const isMeant = or(
    sql`strpos(${contacts.nameKey}, lower(${whole})) > 0`,
    isReachedBy(contacts.reachKey, reach ?? whole.toLowerCase()),
  );
  const isFirst = sql`not starts_with(${contacts.nameKey}, lower(${whole}))`;
  // In the order of bytes: by the rules of a language, a hundred thousand names take as long to compare as to find.
  const order = [isFirst, sql`${contacts.nameKey} collate "C"`, asc(contacts.id)];
  const best = tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(isMeant)
    .orderBy(...order)
    .limit(AMONG);
  return tx
    .select({
      ...PERSON,
      customerId: contacts.customerId,
      customer: customers.name,
      currency: customers.currency,
    })
    .from(contacts)
    .innerJoin(customers, eq(customers.id, contacts.customerId))
    .where(and(inArray(contacts.id, best), isNull(customers.archivedAt)))
    .orderBy(...order)
    .limit(PEOPLE)
    .execute();
}

function isReachedBy(reachKey: SQLWrapper, reach: string | null): SQL | undefined {
  return reach === null ? undefined : sql`strpos(${reachKey}, ${reach}) > 0`;
}

async function owedBy(tx: Tx, customerIds: readonly string[]): Promise<Map<string, Minor>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx
    .select({
      customerId: openItems.customerId,
      currency: openItems.currency,
      owedMinor: sumMinor(openItems.openMinor),
    })
    .from(openItems)
    .where(and(inArray(openItems.customerId, [...customerIds]), sql`${openItems.openMinor} <> 0`))
    .groupBy(openItems.customerId, openItems.currency);
  return new Map(rows.map((row) => [`${row.customerId} ${row.currency}`, row.owedMinor]));
}

async function foundDocuments(
  tx: Tx,
  query: FindQuery,
  among: readonly string[] | null,
): Promise<FoundDocument[]> {
  const open = sql`(select sum(i.open_minor) as open_minor, min(i.due_on) filter (where i.open_minor <> 0) as due_on
    from ${openItems} i where i.document_id = ${documents.id})`;
  const openMinor = sql<Minor>`coalesce(open.open_minor, 0)::bigint`.mapWith(toMinor);
  const isExact = sql`lower(${query.number ?? query.whole}) in (${documents.numberKey}, ${documents.purchaseOrderKey})`;
  const isOrdered = sql.join(
    ordersOf(query).map((order) => sql`starts_with(${documents.purchaseOrderKey}, lower(${order}))`),
    sql` or `,
  );
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      purchaseOrder: sql<string | null>`case when ${isOrdered} then ${documents.purchaseOrder} end`,
      customerId: documents.customerId,
      customer: customers.name,
      currency: documents.currency,
      amountMinor: documents.amountMinor,
      openMinor,
      dueOn: sql<PlainDate | null>`open.due_on::text`,
    })
    .from(documents)
    .innerJoin(customers, sql`${customers.id} = ${documents.customerId}`)
    .crossJoinLateral(sql`${open} as open`)
    .where(sql`${documents.id} in ${waysTo(query, among)}`)
    .orderBy(
      sql`${isExact} is not true`,
      desc(sql`${openMinor} <> 0`),
      desc(documents.documentDate),
      desc(documents.number),
    )
    .limit(DOCUMENTS);
}

/** What a purchase order may begin with: all that was typed, or the number in it. */
function ordersOf({ whole, number }: FindQuery): string[] {
  return number === null ? [whole] : [whole, number];
}

/** Ids of documents, by each way in which the query may name them: each reads one short range of an index. */
function waysTo(query: FindQuery, among: readonly string[] | null): SQL {
  const { whole, number, amountMinor } = query;
  const few = (id: 'id' | 'document_id', table: PgTable, condition: SQL) =>
    sql`(select ${sql.identifier(id)} from ${table} where ${condition} limit ${EACH_WAY})`;
  const theirs = among === null ? sql`true` : inArray(sql`customer_id`, [...among]);
  const referred = sql`reference_key is not null and starts_with(reference_key, lower(${whole}))`;
  const ordered = (order: string) =>
    sql`purchase_order_key is not null and starts_with(purchase_order_key, lower(${order}))`;
  const ways = [few('document_id', paymentDetails, referred), few('id', documents, ordered(whole))];
  if (number !== null)
    ways.push(
      few('id', documents, sql`${theirs} and ${ordered(number)}`),
      few('id', documents, sql`${theirs} and starts_with(number_key, lower(${number}))`),
      few('id', documents, sql`${theirs} and starts_with(number_end, reverse(lower(${number})))`),
    );
  if (amountMinor !== null) {
    const amounts = sql`(${amountMinor}, ${-amountMinor})`;
    ways.push(
      few('id', documents, sql`${theirs} and amount_minor in ${amounts}`),
      few('document_id', openItems, sql`${theirs} and open_minor <> 0 and open_minor in ${amounts}`),
    );
  }
  return sql`(${sql.join(ways, sql` union `)})`;
}
