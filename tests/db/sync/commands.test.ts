import { expect, test } from 'vitest';
import { disconnectBooks, readAgain } from '@/db/commands/connect-books';
import { noteHints } from '@/db/commands/note-hints';
import { fixCurrencies, fixRow, nameContact } from '@/db/commands/sync/fix-row';
import { syncCustomerTotals } from '@/db/queries/sync-customer-totals';
import { syncTotals } from '@/db/queries/sync-totals';
import { followedBooks, smallBooks } from '../../sync-books';
import { createWorld, owner, refusalOf } from '../../world';
import { followingWorld } from './syncing';

const queued = (orgId: string) =>
  owner`select id from job_runs where org_id = ${orgId} and job = 'sync' and state = 'queued'`;

const codesOf = (outcomes: PromiseSettledResult<unknown>[]) =>
  outcomes.map((o) => (o.status === 'fulfilled' ? 'done' : String(o.reason.code))).toSorted();

/** Books of which one invoice waits for its currency, and one for its customer. */
function waitingBooks() {
  const books = followedBooks();
  for (const row of books.rows.invoice.filter(({ id }) => id === '106'))
    Object.assign(row, { currency: null });
  return books;
}

test('of those who connect other books at the same moment one does, and the others are told', async () => {
  const w = await followingWorld(smallBooks());
  await w.write((tx) => disconnectBooks(tx, w.admin, { connectionId: w.connectionId }));
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((account) => w.connect(account)));
  expect(codesOf(outcomes)).toEqual(['done', 'duplicate', 'duplicate']);
  const live = await owner`select account from connections where org_id = ${w.org.id} and ended_at is null`;
  expect(live).toHaveLength(1);
  expect(await queued(w.org.id)).toHaveLength(1);
});

test('however many ask for the books to be read, and whatever the service says meanwhile, one run waits', async () => {
  const w = await followingWorld(smallBooks());
  const said = { connectionId: w.connectionId, hints: [{ object: 'invoice', ids: ['106'] } as const] };
  await Promise.all([
    ...[1, 2, 3].map(() => w.write((tx) => readAgain(tx, w.admin))),
    ...[1, 2, 3].map(() => w.write((tx) => noteHints(tx, w.admin, said))),
  ]);
  expect(await queued(w.org.id)).toHaveLength(1);
  expect(await owner`select 1 from source_hints where org_id = ${w.org.id}`).toHaveLength(1);
});

test('what two say of a row at the same moment is both known; of two names for a contact the first holds', async () => {
  const w = await followingWorld(waitingBooks());
  await w.run();
  const fixes = [{ currency: 'USD' }, { isAnother: true }];
  await Promise.all(
    fixes.map((fix) => w.write((tx) => fixRow(tx, w.admin, { object: 'invoice', sourceId: '106', fix }))),
  );
  const [row] =
    await owner`select fix from source_rows where org_id = ${w.org.id} and object = 'invoice' and source_id = '106'`;
  expect(row?.fix).toEqual({ currency: 'USD', isAnother: true });
  const people = [await w.addCustomer('One'), await w.addCustomer('Other')];
  const named = await Promise.allSettled(
    people.map((customerId) =>
      w.write((tx) => nameContact(tx, w.admin, { contactId: 'unheard-of', customerId })),
    ),
  );
  expect(codesOf(named)).toEqual(['done', 'duplicate']);
});

test('the currency of all rows that wait for one is said at once, and once, but for one of which it was said by itself', async () => {
  const books = waitingBooks();
  for (const row of books.rows.payment) Object.assign(row, { currency: null, allocations: [] });
  const w = await followingWorld(books);
  const stranger = await createWorld();
  await w.run();
  const waiting = async () => (await w.rows()).filter(({ reason }) => reason === 'no_currency').length;
  const count = await waiting();
  expect(count).toBeGreaterThan(3);
  const say = (currency: string, by = w) => by.write((tx) => fixCurrencies(tx, by.admin, { currency }));
  expect(await refusalOf(say('XXX'))).toBe('invalid');
  expect(
    await refusalOf(stranger.write((tx) => fixCurrencies(tx, stranger.admin, { currency: 'USD' }))),
  ).toBe('not_found');
  const own = { object: 'invoice', sourceId: '106', fix: { currency: 'EUR' } } as const;
  await w.write((tx) => fixRow(tx, w.admin, own));
  const outcomes = await Promise.allSettled([say('USD'), say('USD')]);
  expect(codesOf(outcomes)).toEqual(['done', 'not_found']);
  expect(outcomes).toContainEqual({ status: 'fulfilled', value: { count: count - 1 } });
  expect(await queued(w.org.id)).toHaveLength(1);
  await w.run();
  expect(await waiting()).toBe(0);
  expect(await refusalOf(say('USD'))).toBe('not_found');
  const booked =
    await owner`select currency from source_rows where org_id = ${w.org.id} and object = 'invoice' and source_id = '106'`;
  expect(booked).toMatchObject([{ currency: 'EUR' }]);
});

test('a business neither repairs, names, reads nor ends what another one follows', async () => {
  const w = await followingWorld(waitingBooks());
  await w.run();
  const [mine, stranger] = [await followingWorld(smallBooks()), await createWorld()];
  await mine.run();
  const fix = { object: 'invoice', sourceId: '106', fix: { currency: 'USD' } } as const;
  const customerId = w.customerId;
  for (const other of [mine, stranger]) {
    const refused = (work: Parameters<typeof other.write>[0]) => refusalOf(other.write(work));
    expect(await refused((tx) => fixRow(tx, other.admin, fix))).toBe('not_found');
    expect(await refused((tx) => nameContact(tx, other.admin, { contactId: 'unheard-of', customerId }))).toBe(
      'not_found',
    );
    const { connectionId } = w;
    expect(await refused((tx) => disconnectBooks(tx, other.admin, { connectionId }))).toBe('not_found');
    const seen = await other.read((tx) => syncCustomerTotals(tx, connectionId));
    expect(seen.rows.every(({ sourceMinor }) => sourceMinor === 0)).toBe(true);
  }
  expect(await refusalOf(stranger.write((tx) => readAgain(tx, stranger.admin)))).toBe('not_found');
  expect(await w.reasonOf('invoice', '106')).toBe('no_currency');
});

test('ended once, a connection is not ended again, and neither read nor repaired', async () => {
  const w = await followingWorld(waitingBooks());
  await w.run();
  const end = () => w.write((tx) => disconnectBooks(tx, w.admin, { connectionId: w.connectionId }));
  const outcomes = await Promise.allSettled([end(), end()]);
  expect(codesOf(outcomes)).toEqual(['done', 'not_found']);
  expect(await refusalOf(w.write((tx) => readAgain(tx, w.admin)))).toBe('not_found');
  const fix = { object: 'invoice', sourceId: '106', fix: { currency: 'USD' } } as const;
  expect(await refusalOf(w.write((tx) => fixRow(tx, w.admin, fix)))).toBe('not_found');
});

test('both books customer by customer add up to both books as a whole, those that differ first', async () => {
  const w = await followingWorld(waitingBooks());
  await w.run();
  await w.invoice(1_234, '2025-02-01', { number: 'only here' });
  const { rows, count, differing } = await w.read((tx) => syncCustomerTotals(tx, w.connectionId));
  expect(count).toBe(rows.length);
  const apart = rows.map(({ sourceMinor, oursMinor }) => Math.abs(oursMinor - sourceMinor));
  expect(apart).toEqual(apart.toSorted((a, b) => b - a));
  expect(differing).toBe(apart.filter((minor) => minor !== 0).length);
  // The invoice of a contact that nobody knows, and the one that is only here.
  expect(rows.slice(0, differing)).toMatchObject([
    { customerId: null, name: null, currency: 'USD', sourceMinor: 9_000, oursMinor: 0 },
    { customerId: w.customerId, name: 'Acme', sourceMinor: 0, oursMinor: 1_234 },
  ]);
  const sums = new Map<string, [number, number]>();
  for (const { currency, sourceMinor, oursMinor } of rows) {
    const [source, ours] = sums.get(currency) ?? [0, 0];
    sums.set(currency, [source + sourceMinor, ours + oursMinor]);
  }
  const totals = await w.read((tx) => syncTotals(tx, w.connectionId));
  expect([...sums].toSorted()).toEqual(
    totals.map(({ currency, sourceMinor, oursMinor }) => [currency, [sourceMinor, oursMinor]]),
  );
});
