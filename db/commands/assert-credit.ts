import { and, desc, eq } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { isInForce } from '../holds-in-force';
import { holds } from '../schema/holds';
import type { Tx } from '../scope';
import type { LockedCustomer } from './lock-customers';

/** Why an administrator bills a customer on credit hold all the same. */
export interface HoldOverride {
  readonly reason: string;
}

/**
 * Whether the hold on credit that is in force is overridden: null when there is none, else the reason to note.
 * @throws Refusal `credit_hold` when there is one and nobody overrides it.
 */
export async function assertCredit(
  tx: Tx,
  customer: Pick<LockedCustomer, 'id' | 'name'>,
  today: PlainDate,
  override: HoldOverride | undefined,
): Promise<{ overriddenBecause: string } | null> {
  const [hold] = await tx
    .select({ reason: holds.reason })
    .from(holds)
    .where(and(eq(holds.customerId, customer.id), eq(holds.kind, 'credit'), isInForce(today)))
    .orderBy(desc(holds.placedOn))
    .limit(1);
  if (!hold) return null;
  if (!override)
    throw new Refusal(
      'credit_hold',
      `${customer.name} is on credit hold: ${hold.reason}. Release the hold, or say why to bill it all the same.`,
      'overrideHold',
    );
  return { overriddenBecause: override.reason };
}
