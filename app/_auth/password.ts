import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { TooMany } from '@/lib/too-many';

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. About 10 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Of a password that nobody knows: verified where there is no account, so that the wait tells nothing. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$FZ7wTJYfSYiJOB4ooWuhug$QfON7GEXJid6QWDCOJGKEMeeWmvnKJJDRTb5+eFrQ8Y';
const AT_ONCE = 4;
const WAITING = 28;

interface Gate {
  running: number;
  readonly queue: (() => void)[];
}

// Every bundle of a build has its own copy of this module; all share one gate.
const KEY = Symbol.for('dueline.passwords');
const shared: typeof globalThis & { [KEY]?: Gate } = globalThis;

/** The hash of a password, to be stored: an argon2id PHC string. @throws TooMany when too many ask at once. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normal(password), COST));
}

/**
 * Whether the password is the one behind `stored`. Takes as long when `stored` is null, and is false then.
 * @throws TooMany when too many ask at once.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await inTurn(() => verify(stored ?? NOBODY, normal(password)));
  return matches && stored !== null;
}

/** The same characters however a keyboard composed them. */
function normal(password: string): string {
  return password.normalize('NFKC');
}

/** At most 4 hashes at once, each of 19 MiB and a whole processor; a short queue for the rest. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const gate = (shared[KEY] ??= { running: 0, queue: [] });
  if (gate.running >= AT_ONCE) {
    if (gate.queue.length >= WAITING)
      throw new TooMany('Too many people are signing in at this moment. Try again in a few seconds.', 2);
    await new Promise<void>((resolve) => gate.queue.push(resolve));
  } else gate.running++;
  try {
    return await work();
  } finally {
    const next = gate.queue.shift();
    if (next) next();
    else gate.running--;
  }
}
