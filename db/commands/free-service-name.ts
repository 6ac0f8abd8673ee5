import { and, eq, ne } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { services } from '../schema/catalogue';
import type { Tx } from '../scope';

/** @throws Refusal `duplicate` when another service than `serviceId` has the name. */
export async function assertFreeName(tx: Tx, name: string, serviceId: string | null): Promise<void> {
  const [other] = await tx
    .select({ id: services.id })
    .from(services)
    .where(and(eq(services.name, name), serviceId === null ? undefined : ne(services.id, serviceId)));
  if (other) throw new Refusal('duplicate', `There is already a service called ${name}.`, 'name');
}
