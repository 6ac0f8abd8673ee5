import { setTimeout as pause } from 'node:timers/promises';
import { SourceError } from '../source';

/** How long an answer may take, and how long to wait before the second try; each later wait is twice as long. */
export interface Patience {
  readonly answerMs: number;
  readonly firstWaitMs: number;
}

/** What the service is given. */
export const PATIENCE: Patience = { answerMs: 30_000, firstWaitMs: 1_000 };

const TRIES = 6;
const LONGEST_WAIT_MS = 60_000;

/**
 * Reads an address, again and again while the service is busy, silent or broken; it never writes. Null for 404.
 * @throws SourceError
 */
export async function getJson(url: URL, key: string, patience: Patience): Promise<unknown> {
  let problem = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const answer = await ask(url, key, patience.answerMs);
    if ('body' in answer) return answer.body;
    problem = answer.problem;
    if (attempt < TRIES - 1) await pause(answer.waitMs ?? backOff(attempt, patience.firstWaitMs));
  }
  throw new SourceError('failed', `${problem} It was asked ${TRIES} times.`);
}

type Answer = { readonly body: unknown } | { readonly problem: string; readonly waitMs: number | null };

async function ask(url: URL, key: string, answerMs: number): Promise<Answer> {
  try {
    const response = await fetch(url, {
      headers: { authorization: `bearer ${key}`, accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    });
    const { status } = response;
    if (status === 404) return { body: null };
    if (status === 429 || status >= 500) {
      if (status === 501) throw new SourceError('unsupported', 'The other books have no such list.');
      const problem =
        status === 429 ? 'The service is busy.' : `The service answered with the error ${status}.`;
      return { problem, waitMs: retryAfter(response.headers.get('retry-after'), new Date()) };
    }
    if (!response.ok) throw refused(status);
    return { body: JSON.parse(await response.text()) };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    if (error instanceof SyntaxError) return { problem: 'The answer broke off in the middle.', waitMs: null };
    // Whatever fetch throws is the way there: no connection, one that was cut, or none in time.
    return { problem: 'The service cannot be reached.', waitMs: null };
  }
}

function refused(status: number): SourceError {
  if (status === 401)
    return new SourceError(
      'refused',
      'The service does not let us in: the key is wrong, or the key or the grant has ended.',
    );
  if (status === 403)
    return new SourceError('refused', 'The connection may not read what is needed. Grant it in the service.');
  return new SourceError('failed', `The service refused the question with ${status}.`);
}

/** Milliseconds that `Retry-After` asks to wait, as seconds or as a date, at most a minute; null when it says nothing readable. */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isNaN(ms) ? null : Math.min(Math.max(ms, 0), LONGEST_WAIT_MS);
}

function backOff(attempt: number, firstMs: number): number {
  return Math.min(firstMs * 2 ** attempt, LONGEST_WAIT_MS) * (0.5 + Math.random() / 2);
}
