import type { Actor } from '@/lib/actor';
import type { Minor } from '@/lib/domain/money';
import { uuid7 } from '@/lib/uuid';
import { services } from '../schema/catalogue';
import type { Tx } from '../scope';
import { assertFreeName } from './free-service-name';
import { recordActivity } from './record-activity';

/** Something to sell. */
export interface CreateService {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly currency: string;
  /** 0 or above. */
  readonly feeMinor: Minor;
  /** Exact decimal as text, 0 to 1000. */
  readonly taxPercent: string;
}

/** Adds a service to the catalogue. @throws Refusal `duplicate` when another one has the name. */
export async function createService(
  tx: Tx,
  actor: Actor,
  input: CreateService,
): Promise<{ serviceId: string }> {
  await assertFreeName(tx, input.name, null);
  const serviceId = uuid7();
  await tx.insert(services).values({ ...input, id: serviceId });
  const { name, currency, feeMinor } = input;
  await recordActivity(tx, actor, {
    verb: 'service_created',
    objectKind: 'service',
    objectId: serviceId,
    after: { name, currency, feeMinor },
  });
  return { serviceId };
}
