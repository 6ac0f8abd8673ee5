import { expect, test } from 'vitest';
import { noteHints } from '@/db/commands/note-hints';
import { reverseDocument } from '@/db/commands/reverse-document';
import { fixRow, nameContact } from '@/db/commands/sync/fix-row';
import { uuid7 } from '@/lib/uuid';
import { generateBooks } from '@/scripts/sandbox/generated-books';
import { SMALL_OWED, smallBooks } from '../../sync-books';
import { createWorld, owner, refusalOf } from '../../world';
import { followingWorld } from './syncing';

test('the same run twice changes nothing, whole or by changes, and a row that changes nothing that is booked adds nothing', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  const before = await w.ledger();
  await w.run();
  await w.run(6);
  w.put('invoice', '106', { notes: 'Called' });
  await w.run();
  expect(await w.ledger()).toEqual(before);
  expect(await w.owed()).toEqual(SMALL_OWED);
});

test('what changed there becomes a reversal and a new paper, paid as before, and what was known is still known', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  const known = await owner<
    { at: string }[]
  >`select max(recorded_at)::text as at from documents where org_id = ${w.org.id}`;
  w.put('invoice', '101', { total_amount: 450, balance_amount: 150 });
  await w.run();
  expect(await w.owed()).toEqual({ ...SMALL_OWED, USD: SMALL_OWED.USD - 5_000 });
  const papers = await owner<
    { number: string; kind: string; amount: number }[]
  >`select number, kind, amount_minor::float as amount
    from documents where org_id = ${w.org.id} and (number like 'N-101%' or kind = 'reversal') order by kind, number`;
  expect(
    papers.map(({ number, kind, amount }) => `${kind} ${number.slice(0, 5)} ${amount}`).toSorted(),
  ).toEqual(
    ['invoice N-101 45000', 'invoice N-101 50000', 'reversal REV-0 -50000', 'reversal REV-0 0'].toSorted(),
  );
  expect(await w.openAt('2025-03-31')).toMatchObject({ 'N-101 (2)': 15_000 });
  expect(known).toHaveLength(1);
});

test('a payment that is gone is taken back by the next whole reading, and its invoice is open again', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  w.put('payment', '201', null);
  await w.run();
  expect(await w.owed()).toEqual(SMALL_OWED);
  w.put('invoice', '101', { payments: [], paid_amount: 0, balance_amount: 500, status: 'AUTHORIZED' });
  await w.run(6);
  expect(await w.owed()).toEqual({ ...SMALL_OWED, USD: SMALL_OWED.USD + 30_000 });
});

test('a void invoice is reversed on the day it was voided, and keeps its number', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  w.put('invoice', '106', {
    status: 'VOIDED',
    total_amount: 0,
    balance_amount: 0,
    paid_amount: 0,
    cancelled_at: '2025-03-05T09:00:00.000Z',
  });
  await w.run();
  expect(await w.openAt('2025-03-04')).toMatchObject({ 'N-106': 7_550 });
  expect(await w.openAt('2025-03-05')).not.toHaveProperty('N-106');
});

test('an invoice that is void when it is first read was owed until the day it was voided', async () => {
  const books = smallBooks();
  const voided = { status: 'VOIDED', balance_amount: 0, cancelled_at: '2025-03-05T09:00:00.000Z' };
  for (const row of books.rows.invoice.filter(({ id }) => id === '106')) Object.assign(row, voided);
  const w = await followingWorld(books);
  await w.run();
  expect(await w.openAt('2025-03-04')).toMatchObject({ 'N-106': 7_550 });
  expect(await w.openAt('2025-03-05')).not.toHaveProperty('N-106');
});

test('what is applied otherwise there is applied otherwise here, without a document being touched', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  const { documents } = (await w.ledger()) ?? {};
  w.put('payment', '202', {
    allocations: [{ object_id: '106', object_type: 'INVOICE', amount: 75.5, currency: 'USD' }],
  });
  w.put('invoice', '106', {
    balance_amount: 0,
    paid_amount: 75.5,
    payments: [{ payment_id: '202', amount: 75.5 }],
    status: 'PAID',
  });
  await w.run();
  expect(await w.owed()).toEqual(SMALL_OWED);
  expect(await w.openAt('2025-03-31')).not.toHaveProperty('N-106');
  expect((await w.ledger())?.documents).toBe(documents);
});

test('whose customer is unknown waits until somebody says who that is, and is never guessed', async () => {
  const books = smallBooks();
  books.rows.contact = books.rows.contact.filter(({ id }) => id !== '1');
  const w = await followingWorld(books);
  await w.run();
  expect(await w.reasonOf('invoice', '101')).toBe('unknown_customer');
  expect(await w.reasonOf('payment', '201')).toBe('unknown_customer');
  expect(
    await refusalOf(w.write((tx) => nameContact(tx, w.admin, { contactId: '1', customerId: uuid7() }))),
  ).toBe('not_found');
  await w.write((tx) => nameContact(tx, w.admin, { contactId: '1', customerId: w.customerId }));
  expect(
    await refusalOf(w.write((tx) => nameContact(tx, w.admin, { contactId: '1', customerId: w.customerId }))),
  ).toBe('duplicate');
  await w.run();
  expect(await w.owed()).toEqual(SMALL_OWED);
  const other = await createWorld();
  expect(
    await refusalOf(
      other.write((tx) => nameContact(tx, other.admin, { contactId: '1', customerId: other.customerId })),
    ),
  ).toBe('not_found');
});

test('a number that is in the books already is set aside, and booked beside it once somebody says it is another', async () => {
  const w = await followingWorld(smallBooks());
  await w.invoice(10_000, '2025-01-31', { number: 'N-106' });
  await w.run();
  expect(await w.reasonOf('invoice', '106')).toBe('number_taken');
  const fix = { object: 'invoice', sourceId: '106', fix: { isAnother: true } } as const;
  await w.write((tx) => fixRow(tx, w.admin, fix));
  await w.run();
  expect(await w.openAt('2025-03-31')).toMatchObject({ 'N-106': 10_000, 'N-106 (2)': 7_550 });
  expect(await refusalOf(w.write((tx) => fixRow(tx, w.admin, fix)))).toBe('not_found');
});

test('a currency that nobody states is said here, or the row waits', async () => {
  const books = smallBooks();
  for (const row of books.rows.payment.filter(({ id }) => id === '202'))
    Object.assign(row, { currency: null });
  const w = await followingWorld(books);
  await w.run();
  expect(await w.reasonOf('payment', '202')).toBe('no_currency');
  const say = (currency: string) =>
    w.write((tx) => fixRow(tx, w.admin, { object: 'payment', sourceId: '202', fix: { currency } }));
  expect(await refusalOf(say('XXX'))).toBe('invalid');
  await say('USD');
  await w.run();
  expect(await w.owed()).toEqual(SMALL_OWED);
});

test('what was said of a row before is still known when more is said of it', async () => {
  const books = smallBooks();
  for (const row of books.rows.invoice.filter(({ id }) => id === '106'))
    Object.assign(row, { currency: null });
  const w = await followingWorld(books);
  await w.invoice(10_000, '2025-01-31', { number: 'N-106' });
  for (const fix of [{ currency: 'USD' }, { isAnother: true }]) {
    await w.run();
    await w.write((tx) => fixRow(tx, w.admin, { object: 'invoice', sourceId: '106', fix }));
  }
  await w.run();
  expect(await w.openAt('2025-03-31')).toMatchObject({ 'N-106': 10_000, 'N-106 (2)': 7_550 });
});

test('what somebody settled here by hand is not undone: the payment says that it does not fit', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  const customerId =
    (await w.rows()).find(({ object, id }) => object === 'contact' && id === '1')?.customerId ?? '';
  await w.pay(7_550, '2025-03-01', { customerId, apply: 'oldest' });
  w.put('payment', '202', {
    allocations: [{ object_id: '101', object_type: 'INVOICE', amount: 150, currency: 'USD' }],
  });
  await w.run();
  expect(await w.reasonOf('payment', '202')).toBe('applied_here');
});

test('what somebody voided here stays void until the other books say something else of it', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  const documentId =
    (await w.rows()).find(({ object, id }) => object === 'invoice' && id === '106')?.documentId ?? '';
  await w.write((tx) =>
    reverseDocument(tx, w.admin, { documentId, kind: 'invoice', reason: 'Wrong', source: 'staff' }),
  );
  await w.run(6);
  expect(await w.openAt('2025-03-31')).not.toHaveProperty('N-106');
  w.put('invoice', '106', { total_amount: 80, balance_amount: 80 });
  await w.run();
  expect(await w.openAt('2025-03-31')).toMatchObject({ 'N-106 (2)': 8_000 });
});

test('a closed period takes nothing in; what is dated in it waits until it is open', async () => {
  const w = await followingWorld(smallBooks());
  await owner`update organizations set locked_on = '2025-01-31' where id = ${w.org.id}`;
  await w.run();
  expect(await w.reasonOf('invoice', '106')).toBe('period_closed');
  await owner`update organizations set locked_on = null where id = ${w.org.id}`;
  await w.run();
  expect(await w.owed()).toEqual(SMALL_OWED);
});

test('a list that lacks most of what is known takes nothing away', async () => {
  const w = await followingWorld(generateBooks(60));
  await w.run();
  const before = await w.owed();
  w.sandbox.books.rows.invoice.length = 5;
  await expect(w.run(6)).rejects.toThrow('too many to believe');
  expect(await w.owed()).toEqual(before);
});

test('a lost grant is told, and everything stays as it was', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  w.sandbox.order('grant-lost', 9);
  await expect(w.run()).rejects.toMatchObject({ kind: 'refused' });
  const problem = () => owner`select problem from connections where id = ${w.connectionId}`;
  expect((await problem())[0]?.problem).toContain('the key is wrong');
  expect(await w.owed()).toEqual(SMALL_OWED);
  w.sandbox.order('grant-lost', 1);
  await expect(w.run()).rejects.toThrow();
});

test('rows that the service speaks of are asked for, however often and in whatever order, and one that is gone is taken back', async () => {
  const w = await followingWorld(smallBooks());
  await w.run();
  w.put('payment', '202', null);
  const { connectionId } = w;
  const hint = { object: 'payment', ids: ['202', '202', 'never heard of'] } as const;
  for (const hints of [[hint], [hint], [{ object: 'invoice', ids: ['106'] } as const]])
    await w.write((tx) => noteHints(tx, w.admin, { connectionId, hints }));
  await w.run();
  expect(await w.owed()).toEqual({ ...SMALL_OWED, USD: SMALL_OWED.USD + 15_000 });
  expect(await owner`select 1 from source_hints where org_id = ${w.org.id}`).toHaveLength(0);
});

test('a run that is killed goes on where it stopped, whatever it was doing', async () => {
  const w = await followingWorld(generateBooks(250));
  const id = uuid7();
  // Each time the way to the database ends somewhere else: what was committed by then is what the next finds.
  const pages = () => w.sandbox.requests.filter((request) => request.includes('/invoice?')).length;
  w.sandbox.order('grant-lost', 1, 'payment');
  await expect(w.run(0, id)).rejects.toThrow();
  const read = pages();
  expect(read).toBe(3);
  await w.run(0, id);
  expect(pages()).toBe(read);
  const rows = await w.rows();
  expect(rows.every(({ state }) => state === 'booked')).toBe(true);
  const [run] = await owner`select totals, ended_at from sync_runs where id = ${id}`;
  expect(run?.ended_at).not.toBeNull();
  expect(run?.totals[0].sourceMinor).toBe(run?.totals[0].oursMinor);
});
