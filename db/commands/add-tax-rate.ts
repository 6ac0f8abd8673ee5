import { count } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { taxRates } from '../schema/tax-rates';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

const MOST = 50;

/** Adds a tax that lines are offered. @throws Refusal `duplicate` for a name that is there, `too_many`. */
export async function addTaxRate(
  tx: Tx,
  actor: StaffActor,
  { name, percent }: { readonly name: string; readonly percent: string },
): Promise<{ taxRateId: string }> {
  const [kept] = await tx.select({ rates: count() }).from(taxRates);
  if ((kept?.rates ?? 0) >= MOST) throw new Refusal('too_many', `There can be ${MOST} taxes.`);
  const [added] = await tx
    .insert(taxRates)
    .values({ name, percent })
    .onConflictDoNothing()
    .returning({ id: taxRates.id });
  if (!added) throw new Refusal('duplicate', `There is a tax called ${name} already.`, 'name');
  const deed = { verb: 'tax_rate_added', objectKind: 'tax_rate', objectId: added.id };
  await recordActivity(tx, actor, { ...deed, after: { name, percent } });
  return { taxRateId: added.id };
}
