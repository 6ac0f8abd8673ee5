import 'server-only';
import { type Device, openSession } from '@/db/commands/open-session';
import { countTry, forgetTries, takeBackTry } from '@/db/commands/throttle';
import { type Account, accountByEmail, accountById } from '@/db/queries/users';
import { type Tx, withScope } from '@/db/scope';
import { Refusal } from '@/lib/refusal';
import { tokenHash } from '@/lib/secret-token';
import { networkOf } from './device';
import { isPassword } from './password';
import { proveCode } from './second-factor';
import { openTicket, type Ticket } from './ticket';

/** What is free before waiting begins: failures of one person, failures and registrations of everybody at one address. */
const FREE = { account: 5, address: 30, registrations: 100 } as const;

/** Thrown when the password was right and a code is still to be typed: `ticket` says whose. */
export class CodeAsked extends Error {
  constructor(readonly ticket: Ticket) {
    super('a code is asked for');
    this.name = 'CodeAsked';
  }
}

/** What somebody types to sign in. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Signs somebody in and returns the session that begins. Unknown address, wrong password, and disabled person
 * cannot be told apart, by words or by time.
 * @throws Refusal with the one sentence for all of these; TooMany after too many failures; CodeAsked when a code is wanted too.
 */
export async function signInWithPassword(
  { email, password }: Credentials,
  device: Device,
): Promise<{ sessionId: string; userId: string }> {
  const account = await proven(email, password, device, accountByEmail);
  if (account.hasSecondFactor) throw new CodeAsked(account);
  return opened(account, device);
}

/** Signs in whoever holds a ticket and types a right code. @throws Refusal, TooMany as `proveCode`; Refusal for an old ticket. */
export async function signInWithCode(
  sealed: string,
  code: string,
  device: Device,
): Promise<{ sessionId: string; userId: string }> {
  const ticket = openTicket(sealed);
  const account =
    ticket && (await withScope({ kind: 'auth' }, 'read', (tx) => accountById(tx, ticket.userId)));
  if (!account || account.passwordVersion !== ticket.passwordVersion)
    throw new Refusal('not_found', 'That took too long. Sign in with your password again.');
  await proveCode(account.userId, code);
  return opened(account, device);
}

/** Begins a session of somebody who is proven. */
export async function opened(
  account: Account,
  device: Device,
): Promise<{ sessionId: string; userId: string }> {
  const { sessionId } = await withScope({ kind: 'auth', org: { id: account.orgId } }, 'write', (tx) =>
    openSession(tx, account, device),
  );
  return { sessionId, userId: account.userId };
}

/** The one sentence for unknown address, wrong password, and disabled person. */
const MISMATCH = 'That e-mail and password don’t match. Check caps lock and try again.';

/**
 * The login behind an e-mail address once its password is proven; `find` says which logins count.
 * @throws Refusal `no` when it is not; TooMany after too many failures.
 */
export async function proven<T extends Pick<Account, 'userId' | 'passwordHash'>>(
  email: string,
  password: string,
  device: Device,
  find: (tx: Tx, email: string) => Promise<T | null>,
  no = new Refusal('invalid', MISMATCH, 'password'),
): Promise<T> {
  const keys = { account: accountKey(email), address: addressKey(device) };
  const found = await withScope({ kind: 'auth' }, 'write', async (tx) => {
    await countTry(tx, { key: keys.address, free: FREE.address });
    await countTry(tx, { key: keys.account, free: FREE.account });
    return find(tx, email);
  });
  const isRight = await isPassword(password, found?.passwordHash ?? null);
  if (!found || !isRight) throw no;
  await withScope({ kind: 'auth' }, 'write', async (tx) => {
    await takeBackTry(tx, keys.address);
    await forgetTries(tx, keys.account);
  });
  return found;
}

/** Counts a registration against its address. @throws TooMany after too many. */
export async function countRegistration(device: Device): Promise<void> {
  await withScope({ kind: 'auth' }, 'write', (tx) =>
    countTry(tx, { key: `register:${networkOf(device.ip)}`, free: FREE.registrations }),
  );
}

/** The address itself is not stored: it may be no customer's, or a password typed into the wrong box. */
function accountKey(email: string): string {
  return `account:${tokenHash(email.toLowerCase())}`;
}

function addressKey(device: Device): string {
  return `address:${networkOf(device.ip)}`;
}
