import { asc, eq, or } from 'drizzle-orm';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** An item as a match of money needs it. */
export interface MatchItem {
  readonly itemId: string;
  readonly currency: string;
  /** Signed: debits above 0, credits below. */
  readonly amountMinor: Minor;
  readonly openMinor: Minor;
}

/** The open item of this id, or those of the document of this id, oldest due first; none when neither is there. */
export function itemsOf(tx: Tx, id: string): Promise<MatchItem[]> {
  return tx
    .select({
      itemId: openItems.id,
      currency: openItems.currency,
      amountMinor: openItems.amountMinor,
      openMinor: openItems.openMinor,
    })
    .from(openItems)
    .where(or(eq(openItems.id, id), eq(openItems.documentId, id)))
    .orderBy(asc(openItems.dueOn), asc(openItems.instalment));
}

/** The currency of an application of money. @throws Refusal `not_found`. */
export async function allocationCurrency(tx: Tx, allocationId: string): Promise<string> {
  const [row] = await tx
    .select({ currency: allocations.currency })
    .from(allocations)
    .where(eq(allocations.id, allocationId));
  if (!row) throw new Refusal('not_found', 'That application of money does not exist.');
  return row.currency;
}
