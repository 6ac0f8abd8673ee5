import { sql } from 'drizzle-orm';
import type { Account } from '../queries/users';
import { sessions } from '../schema/users';
import type { Tx } from '../scope';
import { recordActivity } from './record-activity';

/** The browser that signs in, as it describes itself. */
export interface Device {
  readonly ip: string | null;
  readonly userAgent: string | null;
}

/** Signs an account in: a session of at most 12 hours, and a line in its organization's activity. */
export async function openSession(tx: Tx, account: Account, device: Device): Promise<{ sessionId: string }> {
  const { userId, membershipId, passwordVersion, customerId, name } = account;
  const [session] = await tx
    .insert(sessions)
    .values({
      userId,
      membershipId,
      passwordVersion,
      ip: device.ip,
      userAgent: device.userAgent,
      expiresAt: sql`now() + interval '12 hours'`,
    })
    .returning({ id: sessions.id });
  if (!session) throw new Error('insert returned no row');
  await recordActivity(
    tx,
    { userId, name },
    {
      verb: 'signed_in',
      objectKind: 'user',
      objectId: userId,
      ...(customerId ? { customerId } : {}),
      after: { ip: device.ip },
    },
  );
  return { sessionId: session.id };
}
