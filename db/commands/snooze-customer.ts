import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { snoozes } from '../schema/snoozes';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** Who is left alone, from when, and the day on which they are back. */
export interface SnoozeCustomer {
  readonly customerId: string;
  readonly snoozedOn: PlainDate;
  readonly until: PlainDate;
  readonly reason?: string | undefined;
}

/** Leaves a customer out of the worklist until a day, in place of what was said before. @throws Refusal `not_found`, `invalid` for a day that is not ahead. */
export async function snoozeCustomer(
  tx: Tx,
  actor: Actor,
  input: SnoozeCustomer,
): Promise<{ snoozeId: string }> {
  const { customerId, until, snoozedOn, reason } = input;
  await lockCustomer(tx, customerId);
  if (until <= snoozedOn) throw new Refusal('invalid', 'Choose a day that is still ahead.', 'until');
  await tx
    .update(snoozes)
    .set({ endedAt: sql`now()`, endedBy: actor.userId })
    .where(and(eq(snoozes.customerId, customerId), isNull(snoozes.endedAt)));
  const snoozeId = uuid7();
  await tx.insert(snoozes).values({ id: snoozeId, ...input, createdBy: actor.userId });
  await recordActivity(tx, actor, {
    verb: 'customer_snoozed',
    objectKind: 'snooze',
    objectId: snoozeId,
    customerId,
    after: { until, reason },
  });
  return { snoozeId };
}
