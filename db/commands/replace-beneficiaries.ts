import { and, eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { beneficiaries } from '../schema/catalogue';
import type { Tx } from '../scope';
import { createBeneficiary } from './create-beneficiary';
import { deleteBeneficiary } from './delete-beneficiary';
import { lockCustomer } from './lock-customers';
import { updateBeneficiary } from './update-beneficiary';

/** A beneficiary as it is to be. */
export interface WantedBeneficiary {
  /** Null for a new one. */
  readonly beneficiaryId: string | null;
  readonly name: string;
  readonly category: string | null;
  readonly birthYear: number | null;
}

interface ReplaceBeneficiaries {
  readonly customerId: string;
  readonly wanted: readonly WantedBeneficiary[];
  /** Those that were shown before: what is left out of `wanted` goes, and whoever was not shown stays. */
  readonly shown: readonly string[];
}

/**
 * Makes these the active beneficiaries of a customer: adds, changes, and removes those left out, each noted as by itself.
 * @throws Refusal `not_found` (the customer, or one of them), `changed_elsewhere` when one was removed meanwhile.
 */
export async function replaceBeneficiaries(
  tx: Tx,
  actor: Actor,
  { customerId, wanted, shown }: ReplaceBeneficiaries,
): Promise<void> {
  await lockCustomer(tx, customerId);
  const present = await tx
    .select({ id: beneficiaries.id })
    .from(beneficiaries)
    .where(and(eq(beneficiaries.customerId, customerId), eq(beneficiaries.isActive, true)));
  const known = new Set(present.map(({ id }) => id));
  const kept = new Set(wanted.map(({ beneficiaryId }) => beneficiaryId));
  for (const { beneficiaryId, ...facts } of wanted) {
    if (beneficiaryId === null) await createBeneficiary(tx, actor, { ...facts, customerId });
    else if (known.has(beneficiaryId)) await updateBeneficiary(tx, actor, { beneficiaryId, ...facts });
    else
      throw new Refusal(
        'changed_elsewhere',
        `Somebody removed ${facts.name} meanwhile. Open the list again.`,
      );
  }
  for (const id of new Set(shown))
    if (known.has(id) && !kept.has(id)) await deleteBeneficiary(tx, actor, { beneficiaryId: id });
}
