import { expect, test } from 'vitest';
import { setReminderPolicy } from '@/db/commands/set-reminder-policy';
import { claimsByDocument } from '@/db/queries/claims';
import { disputes } from '@/db/schema/disputes';
import { promises } from '@/db/schema/promises';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day } from '../world';
import { invoiceInParts } from './invoice-in-parts';

type World = Awaited<ReturnType<typeof createWorld>>;
const claimsAt = (w: World, asOf: string, actor = w.admin as Parameters<World['read']>[1]) =>
  w.read((tx) => claimsByDocument(tx, w.customerId, { asOf: day(asOf), timeZone: 'UTC' }), actor);

/** An invoice of 100.00 of which 60.00 is promised for 20 February, said on 10 February. */
async function promised() {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01', { number: 'A' });
  await w.write((tx) =>
    tx.insert(promises).values({
      customerId: w.customerId,
      documentId,
      currency: 'USD',
      amountMinor: toMinor(6_000),
      promisedOn: day('2026-02-10'),
      promisedFor: day('2026-02-20'),
    }),
  );
  const promiseAt = async (asOf: string) => (await claimsAt(w, asOf)).get(documentId)?.promise ?? null;
  return { ...w, documentId, promiseAt };
}

test('a promise stands from the day it was given, and is broken the day after its own when less arrived', async () => {
  const w = await promised();
  expect(await w.promiseAt('2026-02-09')).toBeNull();
  expect(await w.promiseAt('2026-02-20')).toEqual({
    promisedFor: '2026-02-20',
    amountMinor: 6_000,
    isBroken: false,
    partMinor: null,
  });
  await w.pay(5_999, '2026-02-15');
  expect(await w.promiseAt('2026-02-21')).toMatchObject({ isBroken: true });
});

test('a promise is waited for as long as the business said, to the staff and in the portal alike', async () => {
  const w = await promised();
  await w.write((tx) => setReminderPolicy(tx, w.admin, { graceDays: 3 }));
  for (const actor of [w.admin, w.customer()]) {
    const brokenAt = async (asOf: string) =>
      (await claimsAt(w, asOf, actor)).get(w.documentId)?.promise?.isBroken;
    expect([await brokenAt('2026-02-23'), await brokenAt('2026-02-24')]).toEqual([false, true]);
  }
});

test('a promise that was kept is told no longer, and what was paid before it does not count', async () => {
  const kept = await promised();
  await kept.pay(6_000, '2026-02-20');
  expect(await kept.promiseAt('2026-02-21')).toBeNull();
  const early = await promised();
  await early.pay(6_000, '2026-02-05');
  expect(await early.promiseAt('2026-02-21')).toMatchObject({ isBroken: true });
});

test('a promise that was cancelled later stood on the days before', async () => {
  const w = await promised();
  await w.write((tx) => tx.update(promises).set({ cancelledAt: new Date('2026-02-18T12:00:00Z') }));
  expect(await w.promiseAt('2026-02-17')).toMatchObject({ amountMinor: 6_000, isBroken: false });
  expect(await w.promiseAt('2026-02-19')).toBeNull();
});

test('a promise for the account is told of the invoices that it pays, the oldest due first', async () => {
  const w = await createWorld();
  const [a, b, c] = [
    await w.invoice(4_000, '2026-02-01'),
    await w.invoice(4_000, '2026-02-02'),
    await w.invoice(4_000, '2026-02-03'),
  ];
  const promise = { customerId: w.customerId, currency: 'USD', promisedOn: day('2026-02-10') };
  await w.write((tx) =>
    tx.insert(promises).values([
      { ...promise, amountMinor: toMinor(5_000), promisedFor: day('2026-02-20') },
      { ...promise, documentId: a.documentId, amountMinor: toMinor(100), promisedFor: day('2026-02-28') },
    ]),
  );
  const toldAt = async (asOf: string) => {
    const claims = await claimsAt(w, asOf);
    return [a, b, c].map(({ documentId }) => claims.get(documentId)?.promise ?? null);
  };
  const account = (partMinor: number) => ({
    promisedFor: '2026-02-20',
    amountMinor: 5_000,
    isBroken: false,
    partMinor,
  });
  expect(await toldAt('2026-02-20')).toMatchObject([{ amountMinor: 100 }, account(4_000), account(1_000)]);
  expect(await toldAt('2026-02-21')).toMatchObject([
    { isBroken: false },
    { isBroken: true },
    { isBroken: true },
  ]);
  await w.pay(1_000, '2026-02-12', { apply: 'none' });
  expect(await toldAt('2026-02-20')).toMatchObject([{ amountMinor: 100 }, account(4_000), null]);
  await w.pay(4_000, '2026-02-13', { apply: 'none' });
  expect(await toldAt('2026-02-20')).toMatchObject([{ amountMinor: 100 }, null, null]);
});

test('of an invoice in parts what is contested is left out of a promise for the account once', async () => {
  const w = await createWorld();
  const { documentId } = await invoiceInParts(w);
  const next = await w.invoice(4_000, '2026-03-05', { on: '2026-01-01' });
  const { customerId } = w;
  const said = { customerId, amountMinor: toMinor(1_000), reason: 'Broken', openedOn: day('2026-02-02') };
  await w.write((tx) => tx.insert(disputes).values({ ...said, documentId }));
  const tell = async (amount: number, on: string) => {
    const days = { promisedOn: day(on), promisedFor: day('2026-03-01') };
    const given = { customerId, currency: 'USD', amountMinor: toMinor(amount), ...days };
    await w.write((tx) => tx.insert(promises).values(given));
    const claims = await claimsAt(w, on);
    return [documentId, next.documentId].map((id) => claims.get(id)?.promise?.amountMinor ?? null);
  };
  expect(await tell(8_000, '2026-02-10')).toEqual([8_000, null]);
  expect(await tell(8_001, '2026-02-11')).toEqual([8_001, 8_001]);
});

test('a dispute stands until it is resolved, several of one invoice add up, and the customer sees them too', async () => {
  const w = await createWorld();
  const { documentId } = await w.invoice(10_000, '2026-02-01');
  const row = (amount: number, reason: string, resolvedAt: Date | null = null) => ({
    customerId: w.customerId,
    documentId,
    amountMinor: toMinor(amount),
    reason,
    openedOn: day('2026-02-10'),
    resolvedAt,
  });
  await w.write((tx) =>
    tx
      .insert(disputes)
      .values([row(1_000, 'Damaged goods'), row(2_000, 'Short delivery', new Date('2026-03-01T12:00:00Z'))]),
  );
  const disputedAt = async (asOf: string) => (await claimsAt(w, asOf)).get(documentId)?.disputedMinor;
  expect(await disputedAt('2026-02-09')).toBeUndefined();
  expect(await disputedAt('2026-02-28')).toBe(3_000);
  expect(await disputedAt('2026-03-01')).toBe(1_000);
  expect(await claimsAt(w, '2026-03-01', w.customer())).toEqual(await claimsAt(w, '2026-03-01'));
  const other = await w.addCustomer('Beta');
  expect((await claimsAt(w, '2026-03-01', w.customer(other))).size).toBe(0);
});
