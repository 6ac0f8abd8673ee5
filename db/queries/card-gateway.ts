import { eq } from 'drizzle-orm';
import { paymentGateways } from '../schema/payment-gateways';
import type { Tx } from '../scope';

/** With which account cards are taken: the end of its key; null when none are. For staff. */
export async function cardGatewayShown(tx: Tx): Promise<string | null> {
  const [row] = await tx.select({ keyEnd: paymentGateways.keyEnd }).from(paymentGateways).limit(1);
  return row?.keyEnd ?? null;
}

/** The sealed secrets of an organization's account; null when it takes no cards. For the `auth` scope. */
export async function sealedGateway(
  tx: Tx,
  orgId: string,
): Promise<{ readonly secretKey: string; readonly webhookSecret: string } | null> {
  const { secretKey, webhookSecret } = paymentGateways;
  const [row] = await tx
    .select({ secretKey, webhookSecret })
    .from(paymentGateways)
    .where(eq(paymentGateways.orgId, orgId));
  return row ?? null;
}
