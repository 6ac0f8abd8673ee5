import { and, asc, eq, inArray, lt, lte, or, sql } from 'drizzle-orm';
import { minutesToNextAttempt } from '@/lib/mail/back-off';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';
import { noteAttempt } from './note-attempt';

/** A mail that a worker has taken upon itself. */
export type ClaimedMail = Awaited<ReturnType<typeof claimedRow>>[number];

/** Mails whose time has come, and those whose worker has not been heard of for longer than any attempt takes. */
export const isMailDue = or(
  and(eq(mails.state, 'queued'), lte(mails.sendAfter, sql`now()`)),
  and(eq(mails.state, 'sending'), lt(mails.claimedAt, sql`now() - interval '90 seconds'`)),
);

const LOST = 'The worker was lost while sending. It may have arrived.';

/**
 * Takes the next mail upon the worker that asks; null when there is none, or others hold them all. One that was left by a worker
 * that is gone may have arrived: that is noted, and it goes again under the same Message-ID.
 */
export async function claimMail(tx: Tx): Promise<ClaimedMail | null> {
  const [next] = await tx
    .select({ id: mails.id, state: mails.state, attempts: mails.attempts })
    .from(mails)
    .where(and(inArray(mails.state, ['queued', 'sending']), isMailDue))
    .orderBy(asc(mails.sendAfter), asc(mails.id))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!next) return null;
  if (next.state === 'sending') {
    await noteAttempt(tx, {
      mailId: next.id,
      attempt: next.attempts,
      outcome: 'unknown',
      detail: LOST,
    });
    // It may be the mail that ends its workers: with its attempts used up it is left to people.
    if (minutesToNextAttempt(next.attempts) === null) {
      await tx.update(mails).set({ state: 'failed', problem: LOST }).where(eq(mails.id, next.id));
      return claimMail(tx);
    }
  }
  const [claimed] = await claimedRow(tx, next.id);
  return claimed ?? null;
}

function claimedRow(tx: Tx, id: string) {
  return tx
    .update(mails)
    .set({ state: 'sending', attempts: sql`${mails.attempts} + 1`, claimedAt: sql`now()` })
    .where(eq(mails.id, id))
    .returning({
      id: mails.id,
      customerId: mails.customerId,
      documentId: mails.documentId,
      reminderId: mails.reminderId,
      toName: mails.toName,
      toAddress: mails.toAddress,
      cc: mails.cc,
      language: mails.language,
      params: mails.params,
      messageId: mails.messageId,
      attempts: mails.attempts,
    });
}
