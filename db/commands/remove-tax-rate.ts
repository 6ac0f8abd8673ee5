import { eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { taxRates } from '../schema/tax-rates';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** Offers a tax no longer; documents keep the percentage that they carry. @throws Refusal `not_found`. */
export async function removeTaxRate(
  tx: Tx,
  actor: StaffActor,
  { taxRateId }: { readonly taxRateId: string },
): Promise<{ name: string }> {
  const [removed] = await tx
    .delete(taxRates)
    .where(eq(taxRates.id, taxRateId))
    .returning({ name: taxRates.name, percent: taxRates.percent });
  if (!removed) throw new Refusal('not_found', 'That tax is not there any more.');
  const deed = { verb: 'tax_rate_removed', objectKind: 'tax_rate', objectId: taxRateId };
  await recordActivity(tx, actor, { ...deed, before: removed });
  return { name: removed.name };
}
