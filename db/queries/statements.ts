import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import { withBalances } from '@/lib/domain/statement';
import { inChunks } from '../chunks';
import { appliedBy, knownBy, type Moment, sumMinor, undoneBy } from '../expressions';
import { customerVersions } from '../schema/customer-versions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { MAX_ITEMS, type OpenItemRow, openItemRows } from './open-items';

/** Whose statement, and in which currency: a statement has one. */
export interface StatementOf {
  readonly customerId: string;
  readonly currency: string;
}

/** A document on a statement. Amounts are signed: below 0 it lowered what is owed. */
interface StatementLine {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly documentDate: PlainDate;
  readonly amountMinor: Minor;
  /** What was owed after it. */
  readonly balanceMinor: Minor;
  /** Of a reversal: the number of what it takes back. */
  readonly reversesNumber: string | null;
}

/** What happened in a span of days: the opening balance and the lines make the closing one. */
export interface ActivityStatement {
  readonly openingMinor: Minor;
  readonly lines: readonly StatementLine[];
  readonly closingMinor: Minor;
}

/**
 * Every document of the span, both days included, in the order of their days, with the balance after each. The closing balance
 * is the opening one of the day after, and what the open items of that day add up to. For staff, and for the customer itself.
 */
export async function activityStatement(
  tx: Tx,
  { customerId, currency }: StatementOf,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  { knownAt }: Pick<Moment, 'knownAt'>,
): Promise<ActivityStatement> {
  const reversed = alias(documents, 'reversed');
  const own = and(
    eq(documents.customerId, customerId),
    eq(documents.currency, currency),
    knownBy(documents.recordedAt, { knownAt }),
  );
  const [before] = await tx
    .select({ amountMinor: sumMinor(documents.amountMinor) })
    .from(documents)
    .where(and(own, lt(documents.documentDate, from)));
  const openingMinor = before?.amountMinor ?? ZERO;
  const rows = await tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      documentDate: documents.documentDate,
      amountMinor: documents.amountMinor,
      reversesNumber: reversed.number,
    })
    .from(documents)
    .leftJoin(reversed, eq(reversed.id, documents.reversesId))
    .where(and(own, gte(documents.documentDate, from), lte(documents.documentDate, to)))
    .orderBy(
      asc(documents.documentDate),
      asc(documents.recordedAt),
      asc(documents.number),
      asc(documents.id),
    );
  return { openingMinor, ...withBalances(openingMinor, rows) };
}

/** What was applied to or from an item and still is. The amount is above 0. */
interface StatementApplication {
  readonly number: string;
  readonly kind: DocumentKind;
  readonly effectiveOn: PlainDate;
  readonly amountMinor: Minor;
}

/** What is unpaid on a day, item by item. */
export interface OpenItemStatement {
  /** Debits before credits, oldest due first. */
  readonly items: readonly (OpenItemRow & { readonly applied: readonly StatementApplication[] })[];
  /** What is owed, and what was paid and not applied (0 or below); together the balance. */
  readonly debitsMinor: Minor;
  readonly creditsMinor: Minor;
  readonly pastDueMinor: Minor;
  readonly balanceMinor: Minor;
}

/** Everything that is open on the day of the moment, with what was applied to it by then. For staff, and for the customer itself. */
export async function openItemStatement(
  tx: Tx,
  { customerId, currency }: StatementOf,
  moment: Moment,
): Promise<OpenItemStatement> {
  const rows: OpenItemRow[] = [];
  for (
    let page: OpenItemRow[] = [], offset = 0;
    offset === 0 || page.length === MAX_ITEMS;
    offset += MAX_ITEMS
  ) {
    const rule = { basis: 'due', bounds: [0] } as const;
    page = await openItemRows(tx, moment, rule, { customerId, currency }, { offset });
    rows.push(...page);
  }
  const applied = await applicationsOf(tx, rows, moment);
  const sumIf = (isMeant: (row: OpenItemRow) => boolean) =>
    sumOf(rows.filter(isMeant).map((row) => row.openMinor));
  return {
    items: rows.map((row) => ({ ...row, applied: applied.get(row.itemId) ?? [] })),
    debitsMinor: sumIf((row) => row.openMinor > 0),
    creditsMinor: sumIf((row) => row.openMinor < 0),
    pastDueMinor: sumIf((row) => row.openMinor > 0 && row.dueOn < moment.asOf),
    balanceMinor: sumIf(() => true),
  };
}

async function applicationsOf(
  tx: Tx,
  items: readonly OpenItemRow[],
  moment: Moment,
): Promise<Map<string, StatementApplication[]>> {
  const byItem = new Map<string, StatementApplication[]>();
  const [undo, other] = [alias(allocations, 'undo'), alias(openItems, 'other')];
  for (const isDebit of [true, false]) {
    const [own, others] = isDebit
      ? [allocations.debitItemId, allocations.creditItemId]
      : [allocations.creditItemId, allocations.debitItemId];
    const ids = items.filter((item) => item.amountMinor > 0 === isDebit).map((item) => item.itemId);
    await inChunks(ids, async (chunk) => {
      const rows = await tx
        .select({
          itemId: own,
          number: documents.number,
          kind: documents.kind,
          effectiveOn: allocations.effectiveOn,
          amountMinor: allocations.amountMinor,
        })
        .from(allocations)
        .innerJoin(other, eq(other.id, others))
        .innerJoin(documents, eq(documents.id, other.documentId))
        .leftJoin(undo, undoneBy(undo, moment))
        .where(and(inArray(own, chunk), isNull(undo.id), appliedBy(moment)))
        .orderBy(
          asc(allocations.effectiveOn),
          asc(allocations.recordedAt),
          asc(documents.number),
          asc(allocations.id),
        );
      for (const { itemId, ...application } of rows)
        byItem.set(itemId, [...(byItem.get(itemId) ?? []), application]);
    });
  }
  return byItem;
}

/** Whom a statement is for, by the name of the moment's known-at instant. */
export interface Addressee {
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
}

/** Whom a statement is for; null when there is none that the actor may see. For staff, and for the customer itself. */
export async function addresseeAt(
  tx: Tx,
  customerId: string,
  { knownAt }: Pick<Moment, 'knownAt'>,
): Promise<Addressee | null> {
  const [current] = await tx
    .select({ name: customers.name, code: customers.code, currency: customers.currency })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!current || knownAt === null) return current ?? null;
  const [version] = await tx
    .select({ name: customerVersions.name })
    .from(customerVersions)
    .where(
      and(eq(customerVersions.customerId, customerId), lte(customerVersions.recordedAt, sql`${knownAt}`)),
    )
    .orderBy(desc(customerVersions.recordedAt))
    .limit(1);
  return { ...current, ...version };
}
