import { expect, test } from 'vitest';
import { POST } from '@/app/api/webhooks/books/[connectionId]/route';
import { disconnectBooks } from '@/db/commands/connect-books';
import { uuid7 } from '@/lib/uuid';
import { sandboxWebhook } from '@/scripts/sandbox/server';
import { smallBooks } from '../../sync-books';
import { owner } from '../../world';
import { followingWorld } from './syncing';

const FACTS = { connectionId: 'c', objectType: 'payment_payment', event: 'deleted', nonce: 'n-1' };
const NEWS = sandboxWebhook(FACTS, [{ id: '202' }]);

/** The status with which a text that is posted for a connection is answered. */
async function answerTo(connectionId: string, body: string): Promise<number> {
  const request = new Request('http://localhost/api/webhooks/books', { method: 'POST', body });
  return (await POST(request, { params: Promise.resolve({ connectionId }) })).status;
}

test('a signed webhook is noted for its own books; what is unsigned, too large or for nobody is not', async () => {
  const [w, other] = [await followingWorld(smallBooks()), await followingWorld(smallBooks())];
  const noted = () =>
    owner`select source_id from source_hints where org_id in (${w.org.id}, ${other.org.id})`;
  expect(await answerTo('no-id', NEWS)).toBe(404);
  expect(await answerTo(uuid7(), NEWS)).toBe(404);
  expect(await answerTo(w.connectionId, NEWS.replace('"202"', '"203"'))).toBe(401);
  expect(await answerTo(w.connectionId, `${NEWS}${' '.repeat(2_000_001)}`)).toBe(413);
  expect(await noted()).toEqual([]);
  expect(await answerTo(w.connectionId, NEWS)).toBe(200);
  expect(await answerTo(w.connectionId, NEWS)).toBe(200);
  expect(
    await owner`select org_id, source_id from source_hints where org_id in (${w.org.id}, ${other.org.id})`,
  ).toEqual([{ org_id: w.org.id, source_id: '202' }]);
});

test('nobody hears a webhook of books that are followed no more', async () => {
  const w = await followingWorld(smallBooks());
  const { connectionId } = w;
  await w.write((tx) => disconnectBooks(tx, w.admin, { connectionId }));
  expect(await answerTo(connectionId, NEWS)).not.toBe(200);
});
