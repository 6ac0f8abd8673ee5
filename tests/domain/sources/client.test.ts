import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_PAGE, type PageCursor, type SourceClient, SourceError } from '@/lib/sources/source';
import { retryAfter } from '@/lib/sources/unified/get';
import { unifiedClient } from '@/lib/sources/unified/unified';
import { generateBooks } from '@/scripts/sandbox/generated-books';
import { SANDBOX_KEY, startSandbox } from '@/scripts/sandbox/server';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: SourceClient;

beforeEach(async () => {
  sandbox = await startSandbox(generateBooks(250));
  process.env.UNIFIED_URL = sandbox.url;
  client = connect(SANDBOX_KEY);
});
afterEach(() => sandbox.close());

function connect(key: string): SourceClient {
  return unifiedClient({ region: 'us', account: 'sandbox', key }, { answerMs: 300, firstWaitMs: 10 });
}

async function all(since: string | null = null): Promise<string[]> {
  const ids: string[] = [];
  for (let at: PageCursor | null = FIRST_PAGE; at !== null; ) {
    const { rows, next } = await client.page('invoice', at, since);
    ids.push(...rows.map(({ id }) => id));
    at = next;
  }
  return ids;
}

test('a list is read whole, page by page, and a page that is full is followed by one more', async () => {
  expect(new Set(await all()).size).toBe(250);
  sandbox.books.rows.invoice.length = 100;
  expect(new Set(await all()).size).toBe(100);
});

test.each(['row-inserted', 'row-deleted'] as const)(
  'no row is missed when there is a %s between two pages',
  async (drift) => {
    const before = new Set(sandbox.books.rows.invoice.map(({ id }) => id));
    const { rows, next } = await client.page('invoice', FIRST_PAGE, null);
    const seen = new Set(rows.map(({ id }) => id));
    sandbox.order(drift);
    for (let at = next; at !== null; ) {
      const page = await client.page('invoice', at, null);
      for (const { id } of page.rows) seen.add(id);
      at = page.next;
    }
    expect([...before].filter((id) => !seen.has(id))).toEqual([]);
  },
);

test('what changed since an instant is asked for, that instant included', async () => {
  const instants = sandbox.books.rows.invoice.map((row) => String(row.updated_at)).toSorted();
  const since = instants.at(-5) ?? '';
  expect(new Set(await all(since)).size).toBe(instants.filter((instant) => instant >= since).length);
});

test.each([
  'throttled',
  'throttled-by-provider',
  'throttled-until',
  'bad-gateway',
  'gateway-timeout',
  'truncated',
  'reset',
  'silent',
] as const)('after "%s" the same page is read again', async (fault) => {
  sandbox.order(fault, 2);
  const { rows } = await client.page('invoice', FIRST_PAGE, null);
  expect(rows).toHaveLength(100);
  expect(sandbox.requests).toHaveLength(3);
  expect(sandbox.requests.every((request) => request.startsWith('GET '))).toBe(true);
});

test('a service that stays broken is given up with a sentence', async () => {
  sandbox.order('bad-gateway', 99);
  await expect(client.page('invoice', FIRST_PAGE, null)).rejects.toMatchObject({
    kind: 'failed',
    message: 'The service answered with the error 502. It was asked 6 times.',
  });
});

test.each(['grant-lost', 'forbidden'] as const)('"%s" is asked once and then told', async (fault) => {
  sandbox.order(fault, 99);
  await expect(client.page('payment', FIRST_PAGE, null)).rejects.toMatchObject({ kind: 'refused' });
  expect(sandbox.requests).toHaveLength(1);
});

test('a wrong key, a wrong connection and a wrong id are each told apart', async () => {
  await expect(connect('wrong').books()).rejects.toThrow(SourceError);
  expect(await client.one('invoice', 'nothing')).toBeNull();
  expect(await client.one('invoice', 'i7')).toMatchObject({ id: 'i7' });
  expect(await client.books()).toMatchObject({
    system: 'QuickBooks',
    currency: 'USD',
    timeZone: 'America/New_York',
  });
});

test('books without a list of credit memos have none; without one of payments they are of no use', async () => {
  sandbox.order('not-supported', 1, 'creditmemo');
  expect(await client.page('credit_memo', FIRST_PAGE, null)).toEqual({ rows: [], next: null });
  sandbox.order('not-supported', 1, 'payment');
  await expect(client.page('payment', FIRST_PAGE, null)).rejects.toMatchObject({ kind: 'unsupported' });
});

test('Retry-After is understood in seconds and as a date, and never means more than a minute', () => {
  const now = new Date('2025-04-02T10:00:00Z');
  expect(retryAfter('7', now)).toBe(7_000);
  expect(retryAfter('Wed, 02 Apr 2025 10:00:07 GMT', now)).toBe(7_000);
  expect(retryAfter('9999', now)).toBe(60_000);
  expect(retryAfter('later', now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});
