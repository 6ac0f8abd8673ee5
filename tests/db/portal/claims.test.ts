import { expect, test } from 'vitest';
import { openDispute } from '@/db/commands/open-dispute';
import { promiseToPay } from '@/db/commands/promise-to-pay';
import { claimsByDocument } from '@/db/queries/claims';
import { openDebits } from '@/db/queries/open-debits';
import { addDays, todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, refusalOf } from '../../world';

async function portal() {
  const world = await createWorld();
  const person = world.customer();
  const today = todayIn(world.org.timeZone);
  const { documentId } = await world.invoice(30_000, '2026-01-10', { number: 'A' });
  await world.invoice(20_000, '2026-02-10', { number: 'B' });
  const items = await world.read((tx) => openDebits(tx, world.customerId, 'USD'));
  const itemIds = (numbers: string[]) =>
    items.filter((item) => numbers.includes(item.number)).map((item) => item.itemId);
  const promise = (amount: number, numbers: string[], days: number) =>
    world.write(
      (tx) =>
        promiseToPay(tx, person, {
          currency: 'USD',
          amountMinor: toMinor(amount),
          itemIds: itemIds(numbers),
          promisedFor: addDays(today, days),
        }),
      person,
    );
  const dispute = (amount: number, who = person) =>
    world.write(
      (tx) =>
        openDispute(tx, who, {
          documentId,
          amountMinor: toMinor(amount),
          reason: 'The amount is wrong: 2 of 3 arrived',
          openedOn: today,
        }),
      who,
    );
  const claims = () =>
    world.read((tx) => claimsByDocument(tx, world.customerId, { asOf: today, timeZone: world.org.timeZone }));
  return { ...world, person, today, documentId, promise, dispute, claims };
}

test('what a person says is wrong is a dispute that staff see, up to what is open', async () => {
  const { dispute, claims, documentId } = await portal();
  await dispute(10_000);
  expect((await claims()).get(documentId)).toMatchObject({
    disputedMinor: 10_000,
    disputeReason: 'The amount is wrong: 2 of 3 arrived',
  });
  expect(await refusalOf(dispute(25_000))).toBe('over_allocation');
});

test('two who contest all of an invoice at the same moment contest it once', async () => {
  const { dispute, claims, documentId } = await portal();
  const answers = await Promise.allSettled([dispute(30_000), dispute(30_000)]);
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
  expect((await claims()).get(documentId)?.disputedMinor).toBe(30_000);
});

test("another customer's invoice cannot be contested: it is not there", async () => {
  const { dispute, customer, addCustomer } = await portal();
  expect(await refusalOf(dispute(100, customer(await addCustomer('Beta'))))).toBe('not_found');
});

test('a promise for one invoice is that invoice’s, for the day that was said', async () => {
  const { promise, claims, documentId, today } = await portal();
  await promise(30_000, ['A'], 10);
  expect((await claims()).get(documentId)?.promise).toMatchObject({
    promisedFor: addDays(today, 10),
    amountMinor: 30_000,
    isBroken: false,
    partMinor: null,
  });
});

test('a promise for several names them, as one of the account', async () => {
  const { promise, read } = await portal();
  await promise(50_000, [], 90);
  const { promises } = await import('@/db/schema/promises');
  const rows = await read((tx) =>
    tx.select({ note: promises.note, documentId: promises.documentId }).from(promises),
  );
  expect(rows).toEqual([{ note: 'Promised in the portal for A, B', documentId: null }]);
});

test('no day that is past or far ahead is promised, and no more than is open', async () => {
  const { promise } = await portal();
  expect(await refusalOf(promise(100, ['A'], -1))).toBe('invalid');
  expect(await refusalOf(promise(100, ['A'], 91))).toBe('invalid');
  expect(await refusalOf(promise(30_001, ['A'], 5))).toBe('over_allocation');
  expect(await refusalOf(promise(0, ['A'], 5))).toBe('amount_must_be_positive');
});
