import { and, eq, inArray, sql } from 'drizzle-orm';
import { minutesToNextAttempt } from '@/lib/mail/back-off';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';
import { blockAddress } from './block-address';
import type { ClaimedMail } from './claim-mail';
import { noteAttempt } from './note-attempt';

/** A mail as it was drawn. */
export interface MailCopy {
  readonly subject: string;
  readonly html: string;
  readonly plain: string;
}

/** What a mail server said: taken, not now, or no; `isAddress` when it knows nobody of that address. */
export type MailAnswer =
  | { readonly outcome: 'sent' | 'deferred'; readonly detail: string }
  | { readonly outcome: 'refused'; readonly detail: string; readonly isAddress: boolean }
  | { readonly outcome: 'kept' };

/** A mail for as long as it is its worker's: once another took it up, what the first still writes must not count. */
function mine({ id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>) {
  return and(eq(mails.id, id), eq(mails.state, 'sending'), eq(mails.attempts, attempts));
}

/** Keeps the copy of a mail that is about to go, with what it was written from. */
export async function keepCopy(
  tx: Tx,
  mail: Pick<ClaimedMail, 'id' | 'attempts' | 'params'>,
  copy: MailCopy,
): Promise<void> {
  await tx
    .update(mails)
    .set({ ...copy, params: mail.params })
    .where(mine(mail));
}

/** Ends a mail that is of no use any more, with the reason: its worker's own, or one that waits and that the caller has locked. */
export async function cancelMail(
  tx: Tx,
  { id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>,
  reason: string,
): Promise<void> {
  const ended = await tx
    .update(mails)
    .set({ state: 'cancelled', problem: reason })
    .where(and(eq(mails.id, id), inArray(mails.state, ['queued', 'sending']), eq(mails.attempts, attempts)))
    .returning({ id: mails.id });
  if (ended.length > 0)
    await noteAttempt(tx, { mailId: id, attempt: attempts, outcome: 'cancelled', detail: reason });
}

/** Puts a mail back until an instant: it was not tried. */
export async function postponeMail(tx: Tx, mail: ClaimedMail, until: Date): Promise<void> {
  await tx
    .update(mails)
    .set({ state: 'queued', attempts: mail.attempts - 1, sendAfter: until })
    .where(mine(mail));
}

/** Notes what the mail server said, and what follows from it: done, tried again later, or given up. */
export async function endAttempt(
  tx: Tx,
  { id, attempts, toAddress }: Pick<ClaimedMail, 'id' | 'attempts' | 'toAddress'>,
  answer: MailAnswer,
): Promise<void> {
  const detail = 'detail' in answer ? answer.detail : null;
  await noteAttempt(tx, { mailId: id, attempt: attempts, outcome: answer.outcome, detail });
  if (answer.outcome === 'refused' && answer.isAddress)
    await blockAddress(tx, { address: toAddress, reason: 'bounced', mailId: id });
  await tx
    .update(mails)
    .set(standing(answer, attempts, detail))
    .where(mine({ id, attempts }));
}

/** How a mail stands after an attempt. */
function standing(answer: MailAnswer, attempts: number, problem: string | null) {
  if (answer.outcome === 'sent' || answer.outcome === 'kept')
    return { state: answer.outcome, sentAt: sql`now()`, problem: null };
  if (answer.outcome === 'refused')
    return { state: answer.isAddress ? ('bounced' as const) : ('failed' as const), problem };
  const minutes = minutesToNextAttempt(attempts);
  if (minutes === null) return { state: 'failed' as const, problem };
  const sendAfter = sql`now() + ${minutes}::int * interval '1 minute'`;
  return { state: 'queued' as const, problem, sendAfter };
}
