import { and, desc, eq, sql } from 'drizzle-orm';
import type { MailState } from '@/lib/mail/states';
import { mailAttempts, mails } from '../schema/mails';
import type { Tx } from '../scope';

/** The last test that somebody sent to themselves, and what became of it. */
export interface TestMail {
  readonly id: string;
  readonly toAddress: string;
  readonly state: MailState;
  /** Times that it was tried. */
  readonly attempts: number;
  readonly createdAt: Date;
  /** When it is tried next, of one that waits. */
  readonly sendAfter: Date;
  /** What the mail server said last, or why it did not go; null while nobody said anything. */
  readonly said: string | null;
  /** Whether it has waited for longer than a worker that runs leaves it. */
  readonly isLeftLying: boolean;
}

/** The test of the last day that a person of the business sent last; null without one. */
export async function testMail(tx: Tx, userId: string): Promise<TestMail | null> {
  const last = tx
    .select({ detail: mailAttempts.detail })
    .from(mailAttempts)
    .where(eq(mailAttempts.mailId, mails.id))
    .orderBy(desc(mailAttempts.at), desc(mailAttempts.attempt))
    .limit(1);
  const [found] = await tx
    .select({
      id: mails.id,
      toAddress: mails.toAddress,
      state: mails.state,
      attempts: mails.attempts,
      createdAt: mails.createdAt,
      sendAfter: mails.sendAfter,
      said: sql<string | null>`coalesce(${mails.problem}, (${last}))`,
      isLeftLying: sql<boolean>`${mails.state} = 'queued' and ${mails.attempts} = 0
        and ${mails.sendAfter} < now() - interval '15 seconds'`,
    })
    .from(mails)
    .where(
      and(
        eq(mails.createdBy, userId),
        sql`${mails.params}->>'kind' = 'test'`,
        sql`${mails.createdAt} > now() - interval '1 day'`,
      ),
    )
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1);
  return found ?? null;
}
