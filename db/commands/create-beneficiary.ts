import type { Actor } from '@/lib/actor';
import { uuid7 } from '@/lib/uuid';
import { beneficiaries } from '../schema/catalogue';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** On whose behalf a service is given. */
export interface CreateBeneficiary {
  /** Who pays; null: nobody in particular. */
  readonly customerId?: string | null | undefined;
  readonly name: string;
  readonly category?: string | null | undefined;
  readonly birthYear?: number | null | undefined;
}

/** Adds a beneficiary. @throws Refusal `not_found` for its customer. */
export async function createBeneficiary(
  tx: Tx,
  actor: Actor,
  input: CreateBeneficiary,
): Promise<{ beneficiaryId: string }> {
  if (input.customerId) await lockCustomer(tx, input.customerId);
  const beneficiaryId = uuid7();
  await tx.insert(beneficiaries).values({ ...input, id: beneficiaryId });
  await recordActivity(tx, actor, {
    verb: 'beneficiary_created',
    objectKind: 'beneficiary',
    objectId: beneficiaryId,
    ...(input.customerId ? { customerId: input.customerId } : {}),
    after: { name: input.name },
  });
  return { beneficiaryId };
}
