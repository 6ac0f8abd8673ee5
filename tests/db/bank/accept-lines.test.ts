import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptExact } from '@/db/commands/accept-exact';
import { acceptLines } from '@/db/commands/accept-lines';
import { undoDecisions } from '@/db/commands/undo-decisions';
import { createWorld, owner, refusalOf } from '../../world';
import { createDesk } from './desk';

test('every exact line is booked in one go: payments on their days, applied to the cent, and learned from', async () => {
  const { acceptAll, addCustomer, aliases, customerId, invoice, lines, openAt, take } = await createDesk();
  const beta = await addCustomer('Beta Works');
  const one = await invoice(50_000, '2026-02-01');
  await invoice(20_000, '2026-02-10');
  const other = await invoice(7_000, '2026-02-10', { customerId: beta });
  const { statementId } = await take([
    { payer: 'SOMEBODY ELSE', account: 'DE02 1203', text: `Invoice ${one.number}`, amount: 50_000 },
    { payer: 'Acme Inc.', amount: 20_000 },
    { payer: 'Beta Works', amount: 7_000 },
    { payer: 'Nobody knows', amount: 1_234 },
  ]);
  expect((await lines(statementId)).map((line) => line.confidence)).toEqual([
    'exact',
    'exact',
    'exact',
    'choose',
  ]);
  expect(await acceptAll(statementId)).toEqual({ bookedCount: 3, staleCount: 0, lockedCount: 0 });
  expect((await lines(statementId)).map((line) => line.kinds)).toEqual([
    ['payment'],
    ['payment'],
    ['payment'],
    [],
  ]);
  expect(await openAt('2026-03-10')).toEqual({});
  expect(await openAt('2026-03-09')).toMatchObject({ [other.number]: 7_000 });
  expect(await aliases()).toEqual(['account DE021203', 'name acme', 'name beta works', 'name somebody else']);
  const [payment] = await owner<{ payer: string; reference: string; customer_id: string }[]>`
    select payer, reference, d.customer_id from payment_details p join documents d on d.id = p.document_id
    where p.payer = 'SOMEBODY ELSE'`;
  expect(payment).toMatchObject({ reference: `Invoice ${one.number}`, customer_id: customerId });
});

test('accepting again books nothing, and neither does a second clerk at the same moment', async () => {
  const { acceptAll, invoice, openAt, take, org } = await createDesk();
  const { number } = await invoice(50_000, '2026-02-01');
  const { statementId } = await take([{ payer: 'Acme', amount: 50_000, text: number }]);
  const both = await Promise.all([acceptAll(statementId), acceptAll(statementId)]);
  expect(both.map((each) => each.bookedCount).toSorted()).toEqual([0, 1]);
  expect((await acceptAll(statementId)).bookedCount).toBe(0);
  expect(await openAt('2026-03-10')).toEqual({});
  const [{ count } = { count: 0 }] = await owner<{ count: number }[]>`
    select count(*)::int from documents where org_id = ${org.id} and kind = 'payment'`;
  expect(count).toBe(1);
});

test('a line whose invoice was paid meanwhile is not booked but matched again', async () => {
  const { acceptAll, invoice, lines, pay, take } = await createDesk();
  const { number } = await invoice(50_000, '2026-02-01');
  const { statementId } = await take([{ payer: 'Acme', amount: 50_000, text: number }]);
  await pay(30_000, '2026-02-20');
  expect(await acceptAll(statementId)).toEqual({ bookedCount: 0, staleCount: 1, lockedCount: 0 });
  expect(await lines(statementId)).toMatchObject([
    { confidence: 'likely', proposal: { candidates: [{ how: 'numbers', unappliedMinor: 30_000 }] } },
  ]);
});

test('a line that is merely likely holds nothing: money that is exactly what an invoice has open pays it', async () => {
  const { acceptAll, invoice, lines, openAt, take } = await createDesk();
  const { number } = await invoice(50_000, '2026-02-01');
  const before = await take([{ payer: 'Acme', amount: 16_000, text: number }]);
  expect(await lines(before.statementId)).toMatchObject([{ confidence: 'likely' }]);
  const { statementId } = await take([{ payer: 'Acme', amount: 50_000, text: number }], 'next.csv');
  const whole = { how: 'numbers', unappliedMinor: 0, parts: [{ amountMinor: 50_000, openMinor: 50_000 }] };
  expect(await lines(statementId)).toMatchObject([
    { confidence: 'exact', proposal: { candidates: [whole] } },
  ]);
  expect(await acceptAll(statementId)).toMatchObject({ bookedCount: 1, staleCount: 0 });
  expect(await openAt('2026-03-10')).toEqual({});
});

test('a parent that pays for its child is a payment of the child, and stays tied', async () => {
  const { acceptAll, addCustomer, customerId, invoice, openAt, take } = await createDesk();
  const child = await addCustomer('Child Ltd');
  await owner`update customers set parent_id = ${customerId} where id = ${child}`;
  await invoice(40_000, '2026-02-01', { customerId: child });
  await invoice(10_000, '2026-02-02');
  const { statementId } = await take([{ payer: 'Acme', amount: 50_000 }]);
  expect(await acceptAll(statementId)).toMatchObject({ bookedCount: 1 });
  expect(await openAt('2026-03-10')).toEqual({});
  const rows = await owner`select amount_minor::int as amount from documents where kind = 'payment'
    and customer_id in (${customerId}, ${child}) order by 1`;
  expect(rows.map((row) => row.amount)).toEqual([-40_000, -10_000]);
});

test('one of several ways is booked when it is chosen, and no other', async () => {
  const { addCustomer, admin, invoice, lines, openAt, take, write } = await createDesk();
  const beta = await addCustomer('Beta Works');
  const mine = await invoice(50_000, '2026-02-01');
  const theirs = await invoice(50_000, '2026-02-02', { customerId: beta });
  const { statementId } = await take([{ amount: 50_000, text: 'thanks' }]);
  const [line] = await lines(statementId);
  expect(line).toMatchObject({ confidence: 'choose', proposal: { candidates: [{}, { customerId: beta }] } });
  const accept = (way?: number) =>
    write((tx) =>
      acceptLines(tx, admin, {
        lineIds: [line?.id ?? ''],
        batchId: randomUUID(),
        ...(way === undefined ? {} : { way }),
      }),
    );
  expect(await accept()).toMatchObject({ bookedCount: 0 });
  expect(await accept(1)).toMatchObject({ bookedCount: 1 });
  expect(await openAt('2026-03-10')).toEqual({ [mine.number]: 50_000 });
  expect(theirs.number).not.toBe(mine.number);
});

test('undoing opens the lines and their invoices again, and forgets what they taught', async () => {
  const { acceptAll, admin, aliases, invoice, lines, openAt, take, write } = await createDesk();
  const { number } = await invoice(50_000, '2026-02-01');
  const { statementId } = await take([{ payer: 'Acme', account: 'X1', amount: 50_000, text: number }]);
  const batchId = randomUUID();
  await acceptAll(statementId, batchId);
  const undo = () => write((tx) => undoDecisions(tx, admin, { batchId }));
  expect(await undo()).toEqual({ lineCount: 1 });
  expect(await openAt('2026-03-10')).toEqual({ [number]: 50_000 });
  expect(await aliases()).toEqual([]);
  expect(await lines(statementId)).toMatchObject([{ kinds: [], confidence: 'exact' }]);
  expect(await refusalOf(undo())).toBe('already_undone');
  expect(await acceptAll(statementId)).toMatchObject({ bookedCount: 1 });
});

test('lines of a closed period are left as they are', async () => {
  const { acceptAll, invoice, lines, org, take } = await createDesk();
  await invoice(50_000, '2026-02-01');
  const { statementId } = await take([{ payer: 'Acme', amount: 50_000 }]);
  await owner`update organizations set locked_on = '2026-03-31' where id = ${org.id}`;
  expect(await acceptAll(statementId)).toEqual({ bookedCount: 0, staleCount: 0, lockedCount: 1 });
  expect(await lines(statementId)).toMatchObject([{ kinds: [] }]);
});

test('lines of another organization are not there', async () => {
  const { invoice, lines, take } = await createDesk();
  await invoice(50_000, '2026-02-01');
  const { statementId } = await take([{ payer: 'Acme', amount: 50_000 }]);
  const stranger = await createWorld();
  const batchId = randomUUID();
  const accept = stranger.write((tx) => acceptExact(tx, stranger.admin, { statementId, batchId }));
  expect(await accept).toMatchObject({ bookedCount: 0 });
  expect(await lines(statementId)).toMatchObject([{ kinds: [] }]);
});
