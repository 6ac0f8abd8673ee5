import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { bookLine } from '@/db/commands/book-line';
import { mergeCustomer } from '@/db/commands/merge-customer';
import { reversePayment } from '@/db/commands/reverse-payment';
import { ignoreLine, returnPayment, sameAsPayment } from '@/db/commands/set-line-aside';
import { undoDecisions } from '@/db/commands/undo-decisions';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';
import { createDesk } from './desk';

test('a line is split over customers, each with its own invoices and rest on account', async () => {
  const { addCustomer, admin, aliases, customerId, invoice, lines, openAt, take, write } = await createDesk();
  const beta = await addCustomer('Beta Works');
  const mine = await invoice(50_000, '2026-02-01');
  const theirs = await invoice(20_000, '2026-02-01', { customerId: beta });
  const { statementId } = await take([{ payer: 'Holding', amount: 60_000 }]);
  const lineId = (await lines(statementId))[0]?.id ?? '';
  const part = (invoiceId: string, amount: number) => ({ invoiceId, amountMinor: toMinor(amount) });
  const book = (amount: number) =>
    write((tx) =>
      bookLine(tx, admin, {
        lineId,
        batchId: randomUUID(),
        shares: [
          { customerId, amountMinor: toMinor(amount), parts: [part(mine.documentId, 30_000)] },
          { customerId: beta, amountMinor: toMinor(25_000), parts: [part(theirs.documentId, 20_000)] },
        ],
      }),
    );
  expect(await refusalOf(book(30_000))).toBe('does_not_match_lines');
  expect((await book(35_000)).numbers).toHaveLength(2);
  const open = await openAt('2026-03-10');
  expect(Object.values(open).toSorted((a, b) => a - b)).toEqual([-5_000, -5_000, 20_000]);
  expect(await refusalOf(book(35_000))).toBe('already_posted');
  expect(await aliases()).toEqual([]);
});

test('booking one line by hand teaches the next of the same payer', async () => {
  const { admin, customerId, invoice, lines, take, write } = await createDesk();
  const first = await invoice(50_000, '2026-02-01');
  await invoice(20_000, '2026-02-10');
  const { statementId } = await take([
    { payer: 'A. Strange Name', account: 'XX77', amount: 50_000 },
    { payer: 'A. Strange Name', account: 'XX77', amount: 20_000 },
  ]);
  const [line, next] = await lines(statementId);
  expect(next?.confidence).toBe('choose');
  const parts = [{ invoiceId: first.documentId, amountMinor: toMinor(50_000) }];
  await write((tx) =>
    bookLine(tx, admin, {
      lineId: line?.id ?? '',
      batchId: randomUUID(),
      shares: [{ customerId, amountMinor: toMinor(50_000), parts }],
    }),
  );
  expect((await lines(statementId))[1]).toMatchObject({
    confidence: 'exact',
    proposal: { candidates: [{ payer: 'account', how: 'item' }] },
  });
});

test('a line is ignored with a reason, once, and opens again', async () => {
  const { admin, lines, take, write } = await createDesk();
  const { statementId } = await take([{ text: 'Monthly fee', amount: -1_200 }]);
  const lineId = (await lines(statementId))[0]?.id ?? '';
  const ignore = () =>
    write((tx) => ignoreLine(tx, admin, { lineId, reason: 'Bank fee', batchId: randomUUID() }));
  await ignore();
  expect(await lines(statementId)).toMatchObject([{ kinds: ['ignored'] }]);
  expect(await refusalOf(ignore())).toBe('already_posted');
  await write((tx) => undoDecisions(tx, admin, { lineId }));
  expect(await lines(statementId)).toMatchObject([{ kinds: [] }]);
});

test('a payment that was booked by hand is asked about, and said to be the same', async () => {
  const { acceptAll, admin, invoice, lines, openAt, pay, take, write } = await createDesk();
  await invoice(50_000, '2026-02-01');
  await invoice(50_000, '2026-02-02');
  const paid = await pay(50_000, '2026-03-09');
  const { statementId } = await take([{ payer: 'Acme', amount: 50_000 }]);
  const [line] = await lines(statementId);
  expect(line).toMatchObject({
    confidence: 'choose',
    proposal: { payments: [{ documentId: paid.documentId }] },
  });
  expect(await acceptAll(statementId)).toMatchObject({ bookedCount: 0 });
  const same = { lineId: line?.id ?? '', documentId: paid.documentId, batchId: randomUUID() };
  expect(await write((tx) => sameAsPayment(tx, admin, same))).toEqual({ number: paid.number });
  expect(Object.values(await openAt('2026-03-10'))).toEqual([50_000]);
});

test('money that goes out again reverses its payment on that day; another amount does not', async () => {
  const { admin, invoice, lines, openAt, pay, take, write } = await createDesk();
  const { number } = await invoice(50_000, '2026-02-01');
  const paid = await pay(50_000, '2026-03-01');
  const { statementId } = await take([
    { text: `Returned ${paid.number}`, amount: -50_000 },
    { text: 'Other', amount: -40_000 },
  ]);
  const [line, other] = await lines(statementId);
  expect(line).toMatchObject({
    confidence: 'likely',
    proposal: { payments: [{ documentId: paid.documentId }] },
  });
  const back = (lineId = '') =>
    write((tx) => returnPayment(tx, admin, { lineId, documentId: paid.documentId, batchId: randomUUID() }));
  expect(await refusalOf(back(other?.id))).toBe('invalid');
  await back(line?.id);
  expect(await openAt('2026-03-09')).toEqual({});
  expect(await openAt('2026-03-10')).toEqual({ [number]: 50_000 });
  const undo = write((tx) => undoDecisions(tx, admin, { lineId: line?.id ?? '' }));
  expect(await refusalOf(undo)).toBe('cannot_reverse');
});

test('nothing of another organization can be decided', async () => {
  const { lines, take } = await createDesk();
  const { statementId } = await take([{ amount: 50_000 }]);
  const lineId = (await lines(statementId))[0]?.id ?? '';
  const stranger = await createWorld();
  const batchId = randomUUID();
  const ignore = stranger.write((tx) => ignoreLine(tx, stranger.admin, { lineId, reason: 'x', batchId }));
  expect(await refusalOf(ignore)).toBe('not_found');
  const manager = stranger.write(
    (tx) => ignoreLine(tx, stranger.manager, { lineId, reason: 'x', batchId }),
    stranger.manager,
  );
  expect(await refusalOf(manager)).toBe('not_found');
});

test('a payment is that of one line, and of none once it was reversed', async () => {
  const { admin, invoice, lines, pay, take, write } = await createDesk();
  await invoice(50_000, '2026-02-01');
  await invoice(50_000, '2026-02-02');
  const paid = await pay(50_000, '2026-03-09');
  const { statementId } = await take([
    { payer: 'Acme', amount: 50_000 },
    { payer: 'Acme', amount: 50_000, text: 'Second' },
  ]);
  const [first, second] = await lines(statementId);
  const same = (lineId = '') =>
    write((tx) => sameAsPayment(tx, admin, { lineId, documentId: paid.documentId, batchId: randomUUID() }));
  await same(first?.id);
  expect(await refusalOf(same(second?.id))).toBe('invalid');
  const bounced = await pay(50_000, '2026-03-09');
  await write((tx) =>
    reversePayment(tx, admin, { documentId: bounced.documentId, reason: 'No funds', source: 'staff' }),
  );
  const reversed = { lineId: second?.id ?? '', documentId: bounced.documentId, batchId: randomUUID() };
  expect(await refusalOf(write((tx) => sameAsPayment(tx, admin, reversed)))).toBe('invalid');
});

test('a payer of a customer that is merged is known for the other from then on', async () => {
  const w = await createDesk();
  const again = await w.addCustomer('ACME again');
  await w.invoice(10_000, '2026-03-31', { customerId: again, number: 'A-100' });
  const { statementId } = await w.take([
    { amount: 10_000, payer: 'Acme Pay', account: 'DE1', text: 'A-100' },
  ]);
  await w.acceptAll(statementId);
  const known = await w.aliases();
  expect(known.length).toBeGreaterThan(0);
  await w.write((tx) =>
    mergeCustomer(tx, w.admin, { customerId: again, intoId: w.customerId, on: day('2026-04-01') }),
  );
  expect(await w.aliases()).toEqual(known);
  const owners = await owner`select distinct customer_id from payer_aliases where org_id = ${w.org.id}`;
  expect(owners.map(({ customer_id }) => customer_id)).toEqual([w.customerId]);
});
