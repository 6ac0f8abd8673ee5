import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { HoldKind } from '@/lib/domain/hold';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { documentOf } from '../queries/document-of';
import { holds } from '../schema/holds';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** What is to stop, and why. */
export interface PlaceHold {
  readonly customerId: string;
  /** The one document that is left alone; of meaning for reminders only. Left out: the whole customer. */
  readonly documentId?: string;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly placedOn: PlainDate;
}

/**
 * Stops reminders of a customer or a document, or further credit, until the hold is released.
 * @throws Refusal `not_found`, `invalid` (credit of a single document), `duplicate` when the same is on hold already.
 */
export async function placeHold(tx: Tx, actor: Actor, input: PlaceHold): Promise<{ holdId: string }> {
  const { customerId, documentId, kind, reason } = input;
  await lockCustomer(tx, customerId);
  if (kind === 'credit' && documentId)
    throw new Refusal('invalid', 'Credit is held for a customer, not for one document.', 'documentId');
  const document = documentId ? await documentOf(tx, { customerId, documentId }) : null;
  const [same] = await tx
    .select({ id: holds.id })
    .from(holds)
    .where(
      and(
        eq(holds.customerId, customerId),
        documentId ? eq(holds.documentId, documentId) : isNull(holds.documentId),
        eq(holds.kind, kind),
        isNull(holds.releasedOn),
      ),
    );
  if (same) throw new Refusal('duplicate', 'That is on hold already.');
  const id = uuid7();
  await tx.insert(holds).values({ id, ...input, createdBy: actor.userId });
  await recordActivity(tx, actor, {
    verb: 'hold_placed',
    objectKind: 'hold',
    objectId: id,
    customerId,
    after: { number: document?.number, kind, reason },
  });
  return { holdId: id };
}
