import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { announcePayment } from '@/db/commands/announce-payment';
import { bookPayment } from '@/db/commands/book-payment';
import { dismissPayment } from '@/db/commands/dismiss-payment';
import { linkPayment } from '@/db/commands/link-payment';
import { type StartPayment, startPayment } from '@/db/commands/start-payment';
import { withdrawPayment } from '@/db/commands/withdraw-payment';
import {
  paymentNoticeCount,
  paymentNotices,
  pendingIntents,
  portalIntent,
} from '@/db/queries/payment-intents';
import { receiptOf } from '@/db/queries/receipts';
import { sameTransfers } from '@/db/queries/same-transfers';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, refusalOf } from '../../world';

/** A customer that owes A 300.00, B 200.00 and C 500.00, and what its person does. */
async function portal() {
  const world = await createWorld();
  const person = world.customer();
  const today = todayIn(world.org.timeZone);
  await world.invoice(30_000, '2026-01-10', { number: 'A' });
  await world.invoice(20_000, '2026-02-10', { number: 'B' });
  await world.invoice(50_000, '2026-03-10', { number: 'C' });
  const items = await world.read((tx) =>
    tx.execute<{ id: string; number: string }>(
      sql`select i.id, d.number from open_items i join documents d on d.id = i.document_id`,
    ),
  );
  const itemOf = (number: string) => [...items].find((item) => item.number === number)?.id ?? '';
  const start = (amount: number, numbers: string[] = [], more: Partial<StartPayment> = {}) =>
    world.write(
      (tx) =>
        startPayment(tx, person, {
          currency: 'USD',
          amountMinor: toMinor(amount),
          useCredit: false,
          itemIds: numbers.map(itemOf),
          provider: 'transfer',
          ...more,
        }),
      person,
    );
  const announce = (intentId: string, sentOn = today) =>
    world.write((tx) => announcePayment(tx, person, { intentId, sentOn }), person);
  const book = (intentId: string) =>
    world.write((tx) => bookPayment(tx, world.admin, { intentId, receivedOn: today }));
  const seen = (intentId: string) => world.read((tx) => portalIntent(tx, intentId), person);
  return { ...world, person, today, start, announce, book, seen };
}

test('a chosen invoice is paid in part once the money is there, and not before', async () => {
  const { start, announce, book, seen, openAt, today, read } = await portal();
  const { intentId, reference } = await start(12_000, ['B']);
  expect(reference).toMatch(/^PAY-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  await announce(intentId);
  expect(await seen(intentId)).toMatchObject({
    standing: 'noticed',
    parts: [{ number: 'B', amountMinor: 12_000 }],
  });
  expect(await openAt(today)).toEqual({ A: 30_000, B: 20_000, C: 50_000 });
  expect(await read(paymentNotices)).toMatchObject([{ intentId, amountMinor: 12_000, invoices: ['B'] }]);
  const booked = await book(intentId);
  expect(booked).toMatchObject({ amountMinor: 12_000, unappliedMinor: 0, isNew: true });
  expect(await openAt(today)).toEqual({ A: 30_000, B: 8_000, C: 50_000 });
  expect(await seen(intentId)).toMatchObject({ standing: 'paid', documentId: booked.documentId });
  expect(await read(paymentNoticeCount)).toBe(0);
});

test('an amount without invoices pays the oldest first, as they stand when it is booked', async () => {
  const { start, book, openAt, pay, today } = await portal();
  const { intentId } = await start(40_000);
  await pay(30_000, '2026-02-01');
  await book(intentId);
  expect(await openAt(today)).toEqual({ C: 30_000 });
});

test('what a chosen invoice cannot take any more stays on the account and is said', async () => {
  const { start, book, openAt, pay, today, person, read } = await portal();
  const { intentId } = await start(50_000, ['A', 'B']);
  await pay(30_000, '2026-02-01');
  const { unappliedMinor, documentId, number } = await book(intentId);
  expect(unappliedMinor).toBe(30_000);
  expect(await openAt(today)).toEqual({ C: 50_000, [number]: -30_000 });
  expect(await read((tx) => receiptOf(tx, documentId), person)).toMatchObject({
    amountMinor: 50_000,
    unappliedMinor: 30_000,
    method: 'Bank transfer',
    parts: [{ number: 'B', amountMinor: 20_000 }],
  });
});

test('credit is used beside the amount, as far as it is still there', async () => {
  const { start, book, openAt, pay, today } = await portal();
  await pay(5_000, '2026-02-01', { apply: 'none' });
  const { intentId } = await start(45_000, ['A', 'B'], { useCredit: true });
  await book(intentId);
  expect(await openAt(today)).toEqual({ C: 50_000 });
});

test('credit that was used in the meantime is not used twice: the rest stays due', async () => {
  const { start, book, openAt, pay, today } = await portal();
  await pay(5_000, '2026-02-01', { apply: 'none' });
  const { intentId } = await start(45_000, ['A', 'B'], { useCredit: true });
  await pay(1, '2026-02-02', { apply: 'oldest', useCredit: true });
  await book(intentId);
  // A had 50.01 paid; 450.00 pays its 249.99 and 200.00 of B, and one cent is left over.
  expect(Object.values(await openAt(today)).toSorted((x, y) => x - y)).toEqual([-1, 50_000]);
});

test('20 who book one intent at the same moment book one payment, and all learn its number', async () => {
  const { start, announce, book, openAt, today } = await portal();
  const { intentId } = await start(30_000, ['A']);
  await announce(intentId);
  const answers = await Promise.all(Array.from({ length: 20 }, () => book(intentId)));
  expect(answers.filter((answer) => answer.isNew)).toHaveLength(1);
  expect(new Set(answers.map((answer) => answer.number)).size).toBe(1);
  expect(await openAt(today)).toEqual({ B: 20_000, C: 50_000 });
});

test('a payment and a clerk who record at the same moment never pay an invoice twice', async () => {
  const { start, book, pay, openAt, today } = await portal();
  const { intentId } = await start(30_000, ['A']);
  await Promise.all([book(intentId), pay(30_000, today)]);
  const open = await openAt(today);
  expect(Object.values(open).reduce((sum, amount) => sum + amount, 0)).toBe(40_000);
  expect(Object.values(open).every((amount) => amount >= -30_000)).toBe(true);
});

test('a notice is dismissed with words that the customer reads, and can then not be booked', async () => {
  const { start, announce, book, seen, write, admin, read, person } = await portal();
  const { intentId } = await start(30_000, ['A']);
  const dismiss = () => write((tx) => dismissPayment(tx, admin, { intentId, reason: 'Nothing arrived.' }));
  expect(await refusalOf(dismiss())).toBe('already_ended');
  await announce(intentId);
  await dismiss();
  expect(await seen(intentId)).toMatchObject({ standing: 'dismissed', dismissReason: 'Nothing arrived.' });
  expect(await read(pendingIntents, person)).toMatchObject([{ id: intentId, standing: 'dismissed' }]);
  expect(await refusalOf(dismiss())).toBe('already_ended');
  expect(await refusalOf(book(intentId))).toBe('already_ended');
});

test('a payment that was given up waits for nobody; once booked it cannot be given up', async () => {
  const { start, announce, book, write, person, read } = await portal();
  const giveUp = (intentId: string) => write((tx) => withdrawPayment(tx, person, { intentId }), person);
  const [first, second] = [await start(30_000, ['A']), await start(20_000, ['B'])];
  await announce(first.intentId);
  await giveUp(first.intentId);
  await giveUp(first.intentId);
  expect(await read(paymentNoticeCount)).toBe(0);
  expect(await refusalOf(book(first.intentId))).toBe('already_ended');
  expect(await refusalOf(announce(first.intentId))).toBe('already_ended');
  await book(second.intentId);
  expect(await refusalOf(giveUp(second.intentId))).toBe('already_ended');
});

test('what cannot be paid is refused before anything is noted', async () => {
  const { start, pay, announce, today, read } = await portal();
  expect(await refusalOf(start(0))).toBe('amount_must_be_positive');
  expect(await refusalOf(start(90_000_000_000_001))).toBe('amount_too_large');
  await pay(30_000, '2026-02-01');
  expect(await refusalOf(start(30_000, ['A']))).toBe('over_allocation');
  const { intentId } = await start(20_000, ['B']);
  expect(await refusalOf(announce(intentId, addDays(today, 1)))).toBe('invalid');
  expect(await refusalOf(announce(intentId, addDays(today, -61)))).toBe('invalid');
  const count = await read((tx) => tx.execute(sql`select count(*)::int as n from payment_intents`));
  expect([...count]).toEqual([{ n: 1 }]);
});

test('nobody of another organization, and no other customer, finds the payment', async () => {
  const [mine, other] = [await portal(), await portal()];
  const { intentId } = await mine.start(30_000, ['A']);
  expect(await refusalOf(other.announce(intentId))).toBe('not_found');
  expect(await refusalOf(other.book(intentId))).toBe('not_found');
  const stranger = mine.customer(await mine.addCustomer('Beta'));
  expect(
    await refusalOf(
      mine.write((tx) => announcePayment(tx, stranger, { intentId, sentOn: mine.today }), stranger),
    ),
  ).toBe('not_found');
  expect(await refusalOf(mine.write((tx) => withdrawPayment(tx, stranger, { intentId }), stranger))).toBe(
    'not_found',
  );
  const foreign = { tx: mine.start(1, ['A'], { itemIds: [intentId] }) };
  expect(await refusalOf(foreign.tx)).toBe('over_allocation');
});

test('nothing is booked on a day that is locked', async () => {
  const { start, write, admin } = await portal();
  const { intentId } = await start(30_000, ['A']);
  await write((tx) => tx.execute(sql`update organizations set locked_on = '2026-03-31'`));
  expect(
    await refusalOf(write((tx) => bookPayment(tx, admin, { intentId, receivedOn: day('2026-03-31') }))),
  ).toBe('period_locked');
});

test('a transfer that was booked before its notice is confirmed is seen to be the same money', async () => {
  const { start, announce, seen, openAt, pay, read, write, admin, today } = await portal();
  const { intentId, reference } = await start(12_000, ['B']);
  await announce(intentId);
  const like = async () => (await read((tx) => sameTransfers(tx, [intentId]))).get(intentId);
  const link = (documentId: string) => write((tx) => linkPayment(tx, admin, { intentId, documentId }));
  await pay(12_000, addDays(today, -30));
  await pay(11_999, today);
  expect(await like()).toBeUndefined();
  const plain = await pay(12_000, today);
  expect(await like()).toMatchObject({ documentId: plain.documentId });
  const named = await pay(12_000, addDays(today, -1), {
    payment: { method: 'Wire', reference: `Re ${reference}` },
  });
  expect(await like()).toMatchObject({ documentId: named.documentId, receivedOn: addDays(today, -1) });
  expect(await refusalOf(link(plain.documentId))).toBe('invalid');
  const before = await openAt(today);
  expect(await link(named.documentId)).toEqual({ number: named.number });
  expect(await openAt(today)).toEqual(before);
  expect(await seen(intentId)).toMatchObject({ standing: 'paid', documentId: named.documentId });
  expect(await read(paymentNoticeCount)).toBe(0);
  expect(await refusalOf(link(named.documentId))).toBe('already_ended');
  const elsewhere = await createWorld();
  const theirs = elsewhere.write((tx) =>
    linkPayment(tx, elsewhere.admin, { intentId, documentId: named.documentId }),
  );
  expect(await refusalOf(theirs)).toBe('not_found');
});
