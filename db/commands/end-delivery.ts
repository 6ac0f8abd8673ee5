import { and, eq, sql } from 'drizzle-orm';
import { secondsToNextAttempt } from '@/lib/webhooks/back-off';
import { webhookDeliveries } from '../schema/webhooks';
import type { Tx } from '../scope';
import type { ClaimedDelivery } from './claim-delivery';

/** A delivery for as long as it is its worker's: once another took it up, what the first still writes must not count. */
function mine({ id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>) {
  return and(
    eq(webhookDeliveries.id, id),
    eq(webhookDeliveries.state, 'sending'),
    eq(webhookDeliveries.attempts, attempts),
  );
}

/** Keeps what is about to be sent: every further attempt sends the same. */
export async function keepBody(
  tx: Tx,
  delivery: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  body: string,
): Promise<void> {
  await tx.update(webhookDeliveries).set({ body }).where(mine(delivery));
}

/** Notes what came of an attempt, and what follows from it: done, tried again later, or given up. */
export async function endDelivery(
  tx: Tx,
  delivery: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  { status, problem }: { readonly status: number | null; readonly problem: string | null },
): Promise<void> {
  const pause = problem === null ? null : secondsToNextAttempt(delivery.attempts);
  const standing =
    pause === null
      ? { state: problem === null ? ('sent' as const) : ('dead' as const), endedAt: sql`now()` }
      : { state: 'queued' as const, sendAfter: sql`now() + ${pause}::int * interval '1 second'` };
  await tx
    .update(webhookDeliveries)
    .set({ status, problem, ...standing })
    .where(mine(delivery));
}
