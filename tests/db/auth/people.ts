import { randomInt, randomUUID } from 'node:crypto';
import { register } from '@/app/_auth/register';
import { signInWithPassword } from '@/app/_auth/sign-in';
import type { Device } from '@/db/commands/open-session';
import { liveSession } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';

/** A password that nobody refuses. */
export const PASSWORD = 'violet ledger harbour';

/** An address that no other test uses. */
export const newEmail = () => `${randomUUID()}@example.com`;

/** A browser at an address that no other test uses. */
export const newDevice = (): Device => ({
  ip: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
});

/** Somebody who has just registered a business of their own, and can sign in again and again. */
export async function newAdmin() {
  const [email, device] = [newEmail(), newDevice()];
  const name = 'Ada Admin';
  const { orgId, userId } = await register(
    { name, email, password: PASSWORD, business: 'Test Traders', currency: 'USD', timeZone: 'UTC' },
    device,
  );
  const signIn = async () => (await signInWithPassword({ email, password: PASSWORD }, device)).sessionId;
  const session = await sessionOf(await signIn());
  if (session?.actor.kind !== 'staff') throw new Error('the new administrator is not let in');
  const actor: StaffActor & { userId: string } = session.actor;
  return { orgId, userId, email, device, actor, signIn };
}

/** The session as the next request would find it. */
export function sessionOf(id: string) {
  return withScope({ kind: 'auth' }, 'read', (tx) => liveSession(tx, id));
}

/** What was said instead of doing it, for comparing: all that a visitor could see. */
export async function answerOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message, field: error.field };
    if (error instanceof TooMany) return { code: 'too_many' };
    throw error;
  }
}
