import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

const WITHIN_MS = 8_000;

const SQLSTATE = /^(\d\w|F0|HV|P0|XX)\w{3}$/;

/** Where a database is, for people and logs: host, port and name, never who signs in or how. */
export function withoutPassword(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

/**
 * Signs in once, to find out in words what would not work.
 * @throws Error with one sentence when the address is not one, nobody answers there, or the sign-in is refused.
 */
export async function assertReachable(url: string): Promise<void> {
  if (!/^postgres(ql)?:/.test(url) || !URL.canParse(url) || new URL(url).pathname.length < 2)
    throw new Error('DATABASE_URL is not like postgres://user:password@host:5432/name.');
  const ca = process.env.DATABASE_CA;
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice() {}, ...(ca ? { ssl: { ca } } : {}) });
  try {
    // The driver tries for ever where something accepts connections and closes them again.
    const answer = await Promise.race([sql`select 1`, sleep(WITHIN_MS, null, { ref: false })]);
    if (answer === null) throw new Error(`Nothing at ${withoutPassword(url)} answers like PostgreSQL.`);
  } catch (error) {
    throw databaseFailure(error, url);
  } finally {
    await Promise.race([sql.end({ timeout: 1 }), sleep(2_000)]);
  }
}

/** The sentence for people that a failure of this database amounts to; the error itself when it has words already. */
export function databaseFailure(error: unknown, url: string): unknown {
  const answer = codedCause(error);
  if (!answer) return error;
  const { code, message } = answer;
  const where = withoutPassword(url);
  const user = decodeURIComponent(new URL(url).username);
  const sentences: Record<string, string> = {
    ECONNREFUSED: `PostgreSQL does not answer at ${where}: is it running, and is the address right?`,
    CONNECT_TIMEOUT: `PostgreSQL does not answer at ${where} within 5 seconds: is the address right?`,
    ETIMEDOUT: `PostgreSQL does not answer at ${where}: is the address right?`,
    EHOSTUNREACH: `The network has no way to ${where}.`,
    ENETUNREACH: `The network has no way to ${where}.`,
    ENOTFOUND: `There is no host of the name in ${where}.`,
    EAI_AGAIN: `The host name in ${where} cannot be looked up now.`,
    '28P01': `PostgreSQL at ${where} refuses the user or password in DATABASE_URL.`,
    '28000': `PostgreSQL at ${where} does not let the user ${user} in from here.`,
    '3D000': `PostgreSQL at ${where} has no such database: create it first.`,
    '53300': `PostgreSQL at ${where} has no connection left: raise max_connections or close some.`,
    '57P03': `PostgreSQL at ${where} is starting up or shutting down: try again in a moment.`,
    '53100': `The disk of PostgreSQL at ${where} is full: free some space and start again.`,
    '42501': `The user ${user} of ${where} may not create what Dueline needs: it must own the database and may create roles.`,
  };
  if (/CERT|VERIFY/.test(code))
    return new Error(
      `The certificate of PostgreSQL at ${where} cannot be verified: put that of its authority into DATABASE_CA.`,
      { cause: error },
    );
  const sentence =
    sentences[code] ??
    (SQLSTATE.test(code) ? `PostgreSQL at ${where} answered: ${message} (${code}).` : null);
  return sentence === null ? error : new Error(sentence, { cause: error });
}

/** The failure as the driver or the server put it, wherever the query builder wrapped it. */
function codedCause(error: unknown): { code: string; message: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return { code: error.code, message: error.message };
  return codedCause(error.cause);
}
