import { and, eq, inArray, sql } from 'drizzle-orm';
import { isMailDue } from '../commands/claim-mail';
import { mails } from '../schema/mails';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** The businesses that have mails to send now. For the worker, which sees those of every business. */
export function businessesWithMail(tx: Tx) {
  return tx
    .select()
    .from(organizations)
    .where(
      sql`exists (${tx
        .select({ one: sql`1` })
        .from(mails)
        .where(
          and(eq(mails.orgId, organizations.id), inArray(mails.state, ['queued', 'sending']), isMailDue),
        )})`,
    );
}

/** The part of a mail's link that lets its holder in; null when it has none, or it was handed over. For the worker. */
export async function mailSecret(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.select({ secret: mails.secret }).from(mails).where(eq(mails.id, id));
  return row?.secret ?? null;
}

/** The business whose mail it is; null when there is no such mail. For what is told of mails by their id alone. */
export async function businessOfMail(tx: Tx, id: string) {
  const [found] = await tx
    .select({ org: organizations })
    .from(mails)
    .innerJoin(organizations, eq(organizations.id, mails.orgId))
    .where(eq(mails.id, id));
  return found?.org ?? null;
}
