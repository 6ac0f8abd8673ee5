import { and, asc, eq, inArray, isNull, lt, lte, max, or, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Settling } from '@/lib/domain/interest';
import type { LateFeeRule } from '@/lib/domain/late-fee';
import type { Minor } from '@/lib/domain/money';
import { inChunks } from '../chunks';
import { openMinorAt } from '../expressions';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { lateCharges } from '../schema/late-charges';
import { allocations, openItems } from '../schema/open-items';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** What the organization charges for being late. The fixed part of the fee is in its base currency. */
export interface LateRules {
  readonly currency: string;
  readonly fee: LateFeeRule;
  /** Percent a year, exact decimal as text; null: no interest. */
  readonly interestPercent: string | null;
  /** When interest was last charged to anybody before the day asked for; null: never. */
  readonly lastInterestOn: PlainDate | null;
}

/** An item whose due day is over, as far as fees and interest need it. */
export interface LateItem {
  readonly itemId: string;
  readonly documentId: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly dueOn: PlainDate;
  /** What was open at the close of the day asked for. */
  readonly openMinor: Minor;
}

/** What was charged for an invoice before. */
export interface ChargedBefore {
  readonly isFeeCharged: boolean;
  /** Interest was charged for the nights before this day; null: never. */
  readonly interestThrough: PlainDate | null;
}

/** A late fee is charged for what was sold, not for a late fee. */
const CHARGEABLE: DocumentKind[] = ['invoice', 'opening_debit'];

/** The rules of the organization in scope, on a day. */
export async function lateRules(tx: Tx, on: PlainDate): Promise<LateRules> {
  const [row] = await tx
    .select({
      currency: organizations.currency,
      amountMinor: organizations.lateFeeMinor,
      percent: organizations.lateFeePercent,
      days: organizations.lateFeeDays,
      interestPercent: organizations.interestPercent,
    })
    .from(organizations)
    .limit(1);
  if (!row) throw new Error('the scope has no organization');
  const [last] = await tx
    .select({ on: max(lateCharges.throughOn) })
    .from(lateCharges)
    .where(and(eq(lateCharges.kind, 'interest'), lt(lateCharges.throughOn, on)));
  const { currency, interestPercent, ...fee } = row;
  return { currency, fee, interestPercent, lastInterestOn: last?.on ?? null };
}

/**
 * Items of customers in business that fell due before `on` and were open on that day, or were settled since `settledSince`;
 * by customer, oldest due first. `customerIds` null means all.
 */
export function lateItems(
  tx: Tx,
  {
    on,
    settledSince,
    customerIds,
  }: {
    readonly on: PlainDate;
    readonly settledSince: PlainDate | null;
    readonly customerIds: readonly string[] | null;
  },
): Promise<LateItem[]> {
  const since = settledSince !== null && settledSince < on ? settledSince : on;
  return tx
    .select({
      itemId: openItems.id,
      documentId: documents.id,
      number: documents.number,
      customerId: openItems.customerId,
      currency: openItems.currency,
      amountMinor: openItems.amountMinor,
      dueOn: openItems.dueOn,
      openMinor: openMinorAt({ asOf: on, knownAt: null }),
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .innerJoin(customers, eq(customers.id, openItems.customerId))
    .where(
      and(
        inArray(openItems.kind, CHARGEABLE),
        lt(openItems.dueOn, on),
        lte(openItems.effectiveOn, on),
        isNull(customers.archivedAt),
        customerIds === null ? undefined : inArray(openItems.customerId, [...customerIds]),
        or(
          sql`${openItems.openMinor} > 0`,
          sql`${openItems.id} in (select debit_item_id from ${allocations} where effective_on > ${since})`,
        ),
      ),
    )
    .orderBy(asc(openItems.customerId), asc(openItems.dueOn), asc(openItems.id));
}

/** What was charged for these invoices before, by invoice; an invoice that was charged nothing is left out. */
export async function chargedBefore(
  tx: Tx,
  invoiceIds: readonly string[],
): Promise<Map<string, ChargedBefore>> {
  const found = new Map<string, ChargedBefore>();
  await inChunks([...new Set(invoiceIds)], async (chunk) => {
    const rows = await tx
      .select({
        invoiceId: lateCharges.invoiceId,
        isFeeCharged: sql<boolean>`bool_or(${lateCharges.kind} = 'fee')`,
        interestThrough: sql<PlainDate | null>`(max(${lateCharges.throughOn})
          filter (where ${lateCharges.kind} = 'interest'))::text`,
      })
      .from(lateCharges)
      .where(inArray(lateCharges.invoiceId, chunk))
      .groupBy(lateCharges.invoiceId);
    for (const { invoiceId, ...row } of rows) found.set(invoiceId, row);
  });
  return found;
}

/** What settled these items, and what was taken back of that, by item. */
export async function settlings(tx: Tx, itemIds: readonly string[]): Promise<Map<string, Settling[]>> {
  const found = new Map<string, Settling[]>();
  await inChunks([...itemIds], async (chunk) => {
    const rows = await tx
      .select({
        itemId: allocations.debitItemId,
        effectiveOn: allocations.effectiveOn,
        amountMinor: allocations.amountMinor,
      })
      .from(allocations)
      .where(inArray(allocations.debitItemId, chunk));
    for (const { itemId, ...settling } of rows) found.set(itemId, [...(found.get(itemId) ?? []), settling]);
  });
  return found;
}
