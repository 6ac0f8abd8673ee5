import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { paymentGateways } from '../schema/payment-gateways';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** The account at Stripe: both secrets sealed, and the end of the key, which may be shown. */
export interface CardGateway {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly keyEnd: string;
}

/** Says with which account cards are taken, in place of another; null takes no cards any more. */
export async function setCardGateway(tx: Tx, actor: StaffActor, gateway: CardGateway | null): Promise<void> {
  const { id } = actor.org;
  if (gateway === null) await tx.delete(paymentGateways).where(eq(paymentGateways.orgId, id));
  else
    await tx
      .insert(paymentGateways)
      .values(gateway)
      .onConflictDoUpdate({
        target: paymentGateways.orgId,
        set: { ...gateway, updatedAt: new Date() },
      });
  await recordActivity(tx, actor, {
    verb: 'card_gateway_changed',
    objectKind: 'organization',
    objectId: id,
    after: { keyEnd: gateway?.keyEnd ?? null },
  });
}
