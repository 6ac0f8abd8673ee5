import { and, asc, eq, lt } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, ZERO } from '@/lib/domain/money';
import { type Moment, openItemsAt } from '../expressions';
import { documents, paymentDetails } from '../schema/documents';
import type { Tx } from '../scope';

/** Money on an account that no invoice has taken yet: an open credit as of a day. */
export interface CreditItemRow {
  readonly itemId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly currency: string;
  readonly documentDate: PlainDate;
  /** How it was paid; null unless it is a payment. */
  readonly method: string | null;
  /** Both below 0: what it was at first, and what is left of it. */
  readonly amountMinor: Minor;
  readonly openMinor: Minor;
}

/** At most so many credits are listed at once. */
const MAX_CREDITS = 200;

/** A customer's open credits in every currency, oldest first, at most `MAX_CREDITS`. */
export function creditItems(tx: Tx, customerId: string, moment: Moment): Promise<CreditItemRow[]> {
  const items = openItemsAt(moment, { basis: 'due', bounds: [0] });
  return tx
    .select({
      itemId: items.itemId,
      documentId: items.documentId,
      kind: items.kind,
      number: documents.number,
      currency: items.currency,
      documentDate: items.effectiveOn,
      method: paymentDetails.method,
      amountMinor: items.amountMinor,
      openMinor: items.openMinor,
    })
    .from(items)
    .innerJoin(documents, eq(documents.id, items.documentId))
    .leftJoin(paymentDetails, eq(paymentDetails.documentId, items.documentId))
    .where(and(eq(items.customerId, customerId), lt(items.amountMinor, ZERO)))
    .orderBy(asc(items.effectiveOn), asc(documents.number), asc(items.itemId))
    .limit(MAX_CREDITS);
}
