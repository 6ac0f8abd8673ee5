import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { beneficiaries } from '../schema/catalogue';
import { documentLines } from '../schema/documents';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/**
 * Removes a beneficiary: deletes it when nothing was ever billed on its behalf and no rhythm does, else it is kept, inactive.
 * @throws Refusal `not_found`.
 */
export async function deleteBeneficiary(
  tx: Tx,
  actor: Actor,
  { beneficiaryId }: { readonly beneficiaryId: string },
): Promise<{ isDeleted: boolean }> {
  // Whoever bills on its behalf holds it: who comes later finds it gone, and what was billed before is seen here.
  const [row] = await tx
    .select()
    .from(beneficiaries)
    .where(eq(beneficiaries.id, beneficiaryId))
    .for('update');
  if (!row) throw new Refusal('not_found', 'That beneficiary does not exist.');
  const [{ isUsed } = { isUsed: true }] = await tx.execute<{ isUsed: boolean }>(sql`
    select exists (select from ${documentLines} where beneficiary_id = ${beneficiaryId}) or exists (
      select from ${recurringInvoices} where lines @> ${JSON.stringify([{ beneficiaryId }])}::jsonb) as "isUsed"`);
  if (isUsed)
    await tx.update(beneficiaries).set({ isActive: false }).where(eq(beneficiaries.id, beneficiaryId));
  else await tx.delete(beneficiaries).where(eq(beneficiaries.id, beneficiaryId));
  await recordActivity(tx, actor, {
    verb: isUsed ? 'beneficiary_deactivated' : 'beneficiary_deleted',
    objectKind: 'beneficiary',
    objectId: beneficiaryId,
    before: { name: row.name },
  });
  return { isDeleted: !isUsed };
}
