import 'server-only';
import type { CardGateway } from '@/db/commands/set-card-gateway';
import { sealedGateway } from '@/db/queries/card-gateway';
import { withScope } from '@/db/scope';
import { log } from '@/lib/log';
import { seal, unseal } from '@/lib/seal';

const PURPOSE = 'payment gateway';

/** The secrets of an organization's account at Stripe. */
interface GatewayKeys {
  readonly secretKey: string;
  readonly webhookSecret: string;
}

/** The keys to keep: nobody reads them back from the database alone. */
export function sealedKeys({ secretKey, webhookSecret }: GatewayKeys): CardGateway {
  return {
    secretKey: seal(secretKey, PURPOSE),
    webhookSecret: seal(webhookSecret, PURPOSE),
    keyEnd: secretKey.slice(-4),
  };
}

/** The keys of an organization; null when it takes no cards, or when they were sealed by another installation. */
export async function gatewayKeys(orgId: string): Promise<GatewayKeys | null> {
  const sealed = await withScope({ kind: 'auth' }, 'read', (tx) => sealedGateway(tx, orgId));
  if (!sealed) return null;
  const secretKey = unseal(sealed.secretKey, PURPOSE);
  const webhookSecret = unseal(sealed.webhookSecret, PURPOSE);
  if (secretKey !== null && webhookSecret !== null) return { secretKey, webhookSecret };
  log('error', 'gateway_unreadable', { org: orgId });
  return null;
}
