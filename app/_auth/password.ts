import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { inTurn } from '@/lib/gate';
import { TooMany } from '@/lib/too-many';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. About 10 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Of a password that nobody knows: verified where there is no account, so that the wait tells nothing. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$FZ7wTJYfSYiJOB4ooWuhug$QfON7GEXJid6QWDCOJGKEMeeWmvnKJJDRTb5+eFrQ8Y';
/** Each takes 19 MiB and a whole processor. */
const GATE = {
  name: 'passwords',
  atOnce: 4,
  waiting: 28,
  full: () => new TooMany('Too many people are signing in at this moment. Try again in a few seconds.', 2),
};

/** The hash of a password, to be stored: an argon2id PHC string. @throws TooMany when too many ask at once. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(GATE, () => hash(normal(password), COST));
}

/**
 * Whether the password is the one behind `stored`. Takes as long when `stored` is null, and is false then.
 * @throws TooMany when too many ask at once.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await inTurn(GATE, () => verify(stored ?? NOBODY, normal(password)));
  return matches && stored !== null;
}

/** The same characters however a keyboard composed them. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
