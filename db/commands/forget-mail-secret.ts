import { eq } from 'drizzle-orm';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';

/** Takes the secret of a mail away that needs it no longer. For the worker. */
export async function forgetMailSecret(tx: Tx, id: string): Promise<void> {
  await tx.update(mails).set({ secret: null }).where(eq(mails.id, id));
}
