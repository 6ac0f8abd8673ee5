import { and, desc, eq, isNull, lte } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** What a customer contests, or contested. */
export interface DisputeRow {
  readonly disputeId: string;
  readonly customerId: string;
  readonly documentId: string;
  readonly number: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly reason: string;
  readonly openedOn: PlainDate;
  /** Null while it lasts. */
  readonly resolvedAt: Date | null;
  readonly resolution: string | null;
  /** Who is to settle it, by name; null for nobody. */
  readonly owner: string | null;
}

/** Which disputes are meant; all when nothing is given. */
export interface DisputeFilter {
  readonly disputeId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly documentId?: string | undefined;
  readonly currency?: string;
  /** Only those that were opened by the end of this day. */
  readonly openedBy?: PlainDate;
  /** Only those that last. */
  readonly isOpen?: true;
}

/** Disputes, the latest first, one page. */
export function disputeList(
  tx: Tx,
  { disputeId, customerId, documentId, currency, openedBy, isOpen }: DisputeFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<DisputeRow[]> {
  return tx
    .select({
      disputeId: disputes.id,
      customerId: disputes.customerId,
      documentId: disputes.documentId,
      number: documents.number,
      currency: documents.currency,
      amountMinor: disputes.amountMinor,
      reason: disputes.reason,
      openedOn: disputes.openedOn,
      resolvedAt: disputes.resolvedAt,
      resolution: disputes.resolution,
      owner: disputes.owner,
    })
    .from(disputes)
    .innerJoin(documents, eq(documents.id, disputes.documentId))
    .where(
      and(
        disputeId ? eq(disputes.id, disputeId) : undefined,
        customerId ? eq(disputes.customerId, customerId) : undefined,
        documentId ? eq(disputes.documentId, documentId) : undefined,
        currency ? eq(documents.currency, currency) : undefined,
        openedBy ? lte(disputes.openedOn, openedBy) : undefined,
        isOpen ? isNull(disputes.resolvedAt) : undefined,
      ),
    )
    .orderBy(desc(disputes.openedOn), desc(disputes.id))
    .limit(limit)
    .offset(offset);
}
