import { eq } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { services } from '../schema/catalogue';
import type { Tx } from '../scope';
import type { CreateService } from './create-service';
import { assertFreeName } from './free-service-name';
import { recordActivity } from './record-activity';

/** What changes of a service; what is left out stays. Its currency does: the fee is in it. */
export type UpdateService = { readonly serviceId: string; readonly isActive?: boolean | undefined } & {
  readonly [Name in keyof Omit<CreateService, 'currency'>]?: CreateService[Name] | undefined;
};

/**
 * Changes a service. Invoices keep what they were posted with.
 * @throws Refusal `not_found`, `duplicate` when another one has the name.
 */
export async function updateService(
  tx: Tx,
  actor: Actor,
  { serviceId, ...changes }: UpdateService,
): Promise<{ changed: readonly string[] }> {
  const [before] = await tx.select().from(services).where(eq(services.id, serviceId)).for('no key update');
  if (!before) throw new Refusal('not_found', 'That service does not exist.');
  const changed = FACTS.filter((fact) => changes[fact] !== undefined && changes[fact] !== before[fact]);
  if (changed.length === 0) return { changed };
  if (changes.name !== undefined) await assertFreeName(tx, changes.name, serviceId);
  const pick = (from: typeof changes) =>
    Object.fromEntries(changed.map((fact) => [fact, from[fact] ?? null]));
  await tx.update(services).set(pick(changes)).where(eq(services.id, serviceId));
  const { currency } = before;
  await recordActivity(tx, actor, {
    verb: 'service_updated',
    objectKind: 'service',
    objectId: serviceId,
    before: { currency, ...pick(before) },
    after: { currency, ...pick(changes), name: changes.name ?? before.name },
  });
  return { changed };
}

const FACTS = ['name', 'description', 'feeMinor', 'taxPercent', 'isActive'] as const;
