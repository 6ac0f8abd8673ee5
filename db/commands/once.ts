import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { requests } from '../schema/requests';
import type { Tx } from '../scope';

/**
 * Does `run` once for a request id in an organization, for ever. Asked again with the same input it answers
 * what it answered first (`replayed`), even when both ask at the same moment: the second waits for the first.
 * The answer must survive JSON, and be an object.
 * @throws Refusal `request_reused` when the id was used for another verb or input.
 */
export async function once<T>(
  tx: Tx,
  request: { readonly requestId: string; readonly verb: string; readonly input: unknown },
  run: () => Promise<T>,
): Promise<{ answer: T; replayed: boolean }> {
  const { requestId, verb } = request;
  const fingerprint = createHash('sha256').update(JSON.stringify(request.input)).digest('hex');
  const claimed = await tx
    .insert(requests)
    .values({ requestId, verb, fingerprint })
    .onConflictDoNothing()
    .returning({ requestId: requests.requestId });
  if (claimed.length === 0) {
    const [earlier] = await tx.select().from(requests).where(eq(requests.requestId, requestId));
    if (earlier?.verb !== verb || earlier.fingerprint !== fingerprint)
      throw new Refusal(
        'request_reused',
        'This request id was already used for something else. Send a new one.',
      );
    // What was stored under this id and verb is what the same `run` answered, after JSON.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the column is JSON of any shape
    return { answer: earlier.answer as T, replayed: true };
  }
  const answer = await run();
  await tx.update(requests).set({ answer }).where(eq(requests.requestId, requestId));
  return { answer, replayed: false };
}
