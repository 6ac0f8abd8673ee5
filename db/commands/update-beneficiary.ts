import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { beneficiaries } from '../schema/catalogue';
import type { Tx } from '../scope';
import type { CreateBeneficiary } from './create-beneficiary';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** What changes of a beneficiary; what is left out stays. */
export type UpdateBeneficiary = {
  readonly beneficiaryId: string;
  readonly isActive?: boolean | undefined;
} & { readonly [Name in keyof CreateBeneficiary]?: CreateBeneficiary[Name] | undefined };

/** Changes a beneficiary. @throws Refusal `not_found` (it, or its customer). */
export async function updateBeneficiary(
  tx: Tx,
  actor: Actor,
  { beneficiaryId, ...changes }: UpdateBeneficiary,
): Promise<{ changed: readonly string[] }> {
  if (changes.customerId) await lockCustomer(tx, changes.customerId);
  const [before] = await tx
    .select()
    .from(beneficiaries)
    .where(eq(beneficiaries.id, beneficiaryId))
    .for('no key update');
  if (!before) throw new Refusal('not_found', 'That beneficiary does not exist.');
  const changed = FACTS.filter((fact) => changes[fact] !== undefined && changes[fact] !== before[fact]);
  if (changed.length === 0) return { changed };
  const pick = (from: typeof changes) =>
    Object.fromEntries(changed.map((fact) => [fact, from[fact] ?? null]));
  await tx.update(beneficiaries).set(pick(changes)).where(eq(beneficiaries.id, beneficiaryId));
  await recordActivity(tx, actor, {
    verb: 'beneficiary_updated',
    objectKind: 'beneficiary',
    objectId: beneficiaryId,
    before: pick(before),
    after: { ...pick(changes), name: changes.name ?? before.name },
  });
  return { changed };
}

const FACTS = ['customerId', 'name', 'category', 'birthYear', 'isActive'] as const;
