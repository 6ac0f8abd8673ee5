import { mailAttempts } from '../schema/mails';
import type { Tx } from '../scope';

/** Adds to what became of a mail. What it was answered is kept as one line of at most 500 characters. */
export async function noteAttempt(
  tx: Tx,
  attempt: Pick<typeof mailAttempts.$inferInsert, 'mailId' | 'attempt' | 'outcome'> & {
    readonly detail: string | null;
  },
): Promise<void> {
  const detail = attempt.detail?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 500) ?? null;
  await tx.insert(mailAttempts).values({ ...attempt, detail });
}
