import { eq, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { services } from '../schema/catalogue';
import { documentLines } from '../schema/documents';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/**
 * Takes a service off the catalogue: deletes it when it was never billed and no rhythm bills it, else it is kept, inactive.
 * @throws Refusal `not_found`.
 */
export async function deleteService(
  tx: Tx,
  actor: Actor,
  { serviceId }: { readonly serviceId: string },
): Promise<{ isDeleted: boolean }> {
  // Whoever bills it holds it: who comes later finds it gone, and what was billed before is seen here.
  const [service] = await tx.select().from(services).where(eq(services.id, serviceId)).for('update');
  if (!service) throw new Refusal('not_found', 'That service does not exist.');
  const [{ isUsed } = { isUsed: true }] = await tx.execute<{ isUsed: boolean }>(sql`
    select exists (select from ${documentLines} where service_id = ${serviceId}) or exists (
      select from ${recurringInvoices} where lines @> ${JSON.stringify([{ serviceId }])}::jsonb) as "isUsed"`);
  if (isUsed) await tx.update(services).set({ isActive: false }).where(eq(services.id, serviceId));
  else await tx.delete(services).where(eq(services.id, serviceId));
  await recordActivity(tx, actor, {
    verb: isUsed ? 'service_deactivated' : 'service_deleted',
    objectKind: 'service',
    objectId: serviceId,
    before: { name: service.name },
  });
  return { isDeleted: !isUsed };
}
