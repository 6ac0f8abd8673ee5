import { and, eq, isNotNull, notInArray } from 'drizzle-orm';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';

/** Takes the secret of a mail away that needs it no longer. For the worker. */
export async function forgetMailSecret(tx: Tx, id: string): Promise<void> {
  await tx.update(mails).set({ secret: null }).where(eq(mails.id, id));
}

/** Takes away the secrets of mails that are not to go any more, however they ended. For the worker. Answers how many. */
export async function forgetOldMailSecrets(tx: Tx): Promise<number> {
  const ended = await tx
    .update(mails)
    .set({ secret: null })
    .where(and(isNotNull(mails.secret), notInArray(mails.state, ['queued', 'sending'])))
    .returning({ id: mails.id });
  return ended.length;
}
