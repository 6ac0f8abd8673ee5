import { expect, test } from 'vitest';
import { chargeLateFees } from '@/db/commands/charge-late-fees';
import { postLateFee } from '@/db/commands/post-late-fee';
import { reverseDocument } from '@/db/commands/reverse-document';
import { type UpdateOrganization, updateOrganization } from '@/db/commands/update-organization';
import { addDays } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { createWorld, day, owner, refusalOf } from '../../world';

type World = Awaited<ReturnType<typeof createWorld>>;
const NO_ID = '0197a1b2-0000-7000-8000-000000000000';

const rules = (w: World, changes: UpdateOrganization) =>
  w.write((tx) => updateOrganization(tx, w.admin, changes));
const run = (w: World, on: string, withInterest = false) =>
  w.write((tx) => chargeLateFees(tx, w.admin, { on: day(on), withInterest }));
const charged = async (w: World, on: string, withInterest = false) =>
  (await run(w, on, withInterest)).charges.map(({ kind, amountMinor }) => [kind, amountMinor]);

test('a late fee of 10.00 is charged once, ten days past due: 10.00 becomes 20.00 (worked example)', async () => {
  const w = await createWorld();
  await rules(w, { lateFeeMinor: toMinor(1_000), lateFeeDays: 10 });
  const { documentId } = await w.invoice(1_000, '2026-06-11', { on: '2026-06-01', number: 'A' });
  expect(await charged(w, '2026-06-20')).toEqual([]);
  const { charges, isComplete } = await run(w, '2026-06-21');
  expect(charges).toEqual([
    {
      kind: 'fee',
      invoiceId: documentId,
      customerId: w.customerId,
      currency: 'USD',
      amountMinor: 1_000,
      reason: 'Late fee for A, 10 days past due',
      documentId: expect.any(String),
      number: 'FEE-00001',
    },
  ]);
  expect(isComplete).toBe(true);
  expect(await w.openAt('2026-06-21')).toEqual({ A: 1_000, 'FEE-00001': 1_000 });
  expect(await charged(w, '2026-06-21')).toEqual([]);
  expect(await charged(w, '2026-09-21')).toEqual([]);
});

test('the percentage is of what is past due on the day, whatever was paid later', async () => {
  const w = await createWorld();
  await rules(w, { lateFeeMinor: toMinor(500), lateFeePercent: '1.5', lateFeeDays: 1 });
  await w.invoice(100_000, '2026-02-01', { number: 'A' });
  await w.pay(40_000, '2026-02-03');
  await w.pay(60_000, '2026-02-20');
  await w.invoice(100_000, '2026-02-10', { number: 'B' });
  expect(await charged(w, '2026-02-10')).toEqual([['fee', 1_400]]);
});

test('a fee that was taken back is not charged again, and fees bear no fees', async () => {
  const w = await createWorld();
  await rules(w, { lateFeeMinor: toMinor(1_000), lateFeeDays: 0 });
  await w.invoice(5_000, '2026-02-01');
  const [fee] = (await run(w, '2026-03-01')).charges;
  const back = {
    documentId: fee?.documentId ?? '',
    kind: 'late_fee',
    reason: 'Goodwill',
    source: 'staff',
  } as const;
  await w.write((tx) => reverseDocument(tx, w.admin, back));
  expect(await charged(w, '2026-04-01')).toEqual([]);
});

test('the fixed part is in the base currency; another currency is charged the percentage alone', async () => {
  const w = await createWorld();
  await rules(w, { lateFeeMinor: toMinor(1_000), lateFeePercent: '2', lateFeeDays: 5 });
  await w.invoice(5_000, '2026-02-01', { currency: 'EUR' });
  expect((await run(w, '2026-03-01')).charges).toMatchObject([{ amountMinor: 100, currency: 'EUR' }]);
});

test('without rules nothing is charged; ahead, in a closed period or for a settled invoice neither', async () => {
  const w = await createWorld();
  await w.invoice(5_000, '2026-02-01');
  expect(await run(w, '2026-03-01', true)).toEqual({ charges: [], isComplete: true });
  await rules(w, { lateFeeMinor: toMinor(1_000), lateFeeDays: 5 });
  expect(await refusalOf(run(w, '2199-01-01'))).toBe('invalid');
  await rules(w, { lockedOn: day('2026-03-31') });
  expect(await refusalOf(run(w, '2026-03-31'))).toBe('period_locked');
  await w.pay(5_000, '2026-04-05');
  expect(await charged(w, '2026-04-06')).toEqual([]);
  expect(await charged(w, '2026-04-04')).toEqual([['fee', 1_000]]);
});

test('eight runs at once charge every invoice once', async () => {
  const w = await createWorld();
  await rules(w, { lateFeeMinor: toMinor(1_000), lateFeeDays: 5, interestPercent: '12' });
  const others = await Promise.all(['B', 'C', 'D'].map((name) => w.addCustomer(name)));
  for (const customerId of [w.customerId, ...others])
    for (const due of ['2026-02-01', '2026-02-05']) await w.invoice(50_000, due, { customerId });
  const runs = await Promise.all(Array.from({ length: 8 }, () => run(w, '2026-03-01', true)));
  const charges = runs.flatMap((each) => each.charges);
  expect(charges.filter((charge) => charge.kind === 'fee')).toHaveLength(8);
  expect(charges.filter((charge) => charge.kind === 'interest')).toHaveLength(8);
  expect(new Set(charges.map((charge) => charge.documentId)).size).toBe(16);
});

test('a run beside payments charges what was still open, and no deadlock is shown', async () => {
  const w = await createWorld();
  await rules(w, { lateFeeMinor: toMinor(1_000), lateFeeDays: 5 });
  const others = await Promise.all(['B', 'C', 'D'].map((name) => w.addCustomer(name)));
  for (const customerId of others) await w.invoice(50_000, '2026-02-01', { customerId });
  await Promise.all([
    ...others.map((customerId) => w.pay(50_000, '2026-02-20', { customerId })),
    run(w, '2026-03-01'),
    run(w, '2026-03-01'),
  ]);
  const [{ fees }] = await owner<[{ fees: number }]>`
    select count(*)::int as fees from late_charges where org_id = ${w.org.id}`;
  expect(fees).toBeLessThanOrEqual(3);
});

test('interest is on what was open past due, night by night, since it was last charged', async () => {
  const w = await createWorld();
  await rules(w, { interestPercent: '10.15' });
  await w.invoice(1_000_000, '2026-02-01', { number: 'A' });
  expect(await charged(w, '2026-02-01', true)).toEqual([]);
  expect(await charged(w, '2026-03-18', true)).toEqual([['interest', 12_514]]);
  expect(await charged(w, '2026-03-18', true)).toEqual([]);
  // Ten nights with 10,000.00 and twenty with 4,000.00.
  await w.pay(600_000, '2026-03-28');
  const expected = Math.round(((1_000_000 * 10 + 400_000 * 20) * 0.1015) / 365);
  expect(await charged(w, addDays(day('2026-03-18'), 30), true)).toEqual([['interest', expected]]);
});

test('interest runs to the day of payment, also when that came before the next run; old debts stay over', async () => {
  const w = await createWorld();
  await rules(w, { interestPercent: '36.5' });
  await w.invoice(100_000, '2026-01-01', { number: 'Old' });
  await w.pay(100_000, '2026-01-31');
  const late = await w.invoice(100_000, '2026-02-01', { number: 'Late' });
  expect(await charged(w, '2026-02-11', true)).toEqual([['interest', 1_000]]);
  const apply = [{ invoiceId: late.documentId, amountMinor: toMinor(100_000) }];
  await w.pay(100_000, '2026-02-16', { apply });
  const between = await w.invoice(100_000, '2026-02-20', { number: 'Between' });
  await w.pay(100_000, '2026-02-22', { apply: [{ ...apply[0]!, invoiceId: between.documentId }] });
  expect(await charged(w, '2026-03-01', true)).toEqual([
    ['interest', 500],
    ['interest', 200],
  ]);
  expect(await charged(w, '2026-04-01', true)).toEqual([]);
});

test('a fee can be charged by hand, for an invoice or for a customer', async () => {
  const w = await createWorld();
  const { documentId: invoiceId } = await w.invoice(5_000, '2026-02-01', { number: 'A', currency: 'EUR' });
  const charge = (about: Parameters<typeof postLateFee>[2]['about'], amount = 2_500, world = w) =>
    world.write((tx) =>
      postLateFee(tx, world.admin, {
        about,
        amountMinor: toMinor(amount),
        on: day('2026-02-10'),
        reason: 'Bounced cheque',
        source: 'api',
      }),
    );
  await charge({ invoiceId });
  await charge({ customerId: w.customerId, currency: 'USD' });
  expect(await w.openAt('2026-02-10', { currency: 'EUR' })).toEqual({ A: 5_000, 'FEE-00001': 2_500 });
  expect(await w.openAt('2026-02-10', { currency: 'USD' })).toEqual({ 'FEE-00002': 2_500 });
  expect(await refusalOf(charge({ invoiceId }, 0))).toBe('amount_must_be_positive');
  expect(await refusalOf(charge({ invoiceId: NO_ID }))).toBe('not_found');
  expect(await refusalOf(charge({ invoiceId }, 1, await createWorld()))).toBe('not_found');
  expect(await refusalOf(charge({ customerId: NO_ID, currency: 'USD' }))).toBe('not_found');
});
