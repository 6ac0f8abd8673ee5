import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumOf, toMinor } from '@/lib/domain/money';
import { provisionOf, rollForwardRates } from '@/lib/domain/provision';
import { GOLDEN } from './golden';
import { holds } from './holds';

test('the worked example: five rates make 580,000', () => {
  const { rows, total } = GOLDEN.provision;
  const found = provisionOf(
    rows.map((row) => toMinor(row.gross)),
    rows.map((row) => row.rate),
  );
  expect(found.buckets.map((bucket) => bucket.amountMinor)).toEqual(rows.map((row) => row.loss));
  expect(found.totalMinor).toBe(total);
});

test('rates roll forward from what was lost of each balance (worked example)', () => {
  const { balances, lost, rates, apply, allowance } = GOLDEN.rollRate;
  const found = rollForwardRates(
    balances.map((balance, bucket) => ({
      bucket,
      balanceMinor: toMinor(balance),
      lostMinor: toMinor(lost),
    })),
    balances.length,
  );
  expect(found.map((rate) => Number(Number(rate).toFixed(4)))).toEqual(rates);
  const total = provisionOf(
    apply.map((units) => toMinor(units * 100)),
    found,
  ).totalMinor;
  expect(total).toBe(allowance);
});

test('a balance that nothing is known about has no provision, and then there is no total', () => {
  expect(rollForwardRates([], 2)).toEqual([null, null]);
  const [some, none] = [toMinor(100), toMinor(0)];
  expect(provisionOf([some, some], ['10', null])).toMatchObject({
    buckets: [{ amountMinor: 10 }, { amountMinor: null }],
    totalMinor: null,
    balanceMinor: 200,
  });
  expect(provisionOf([some, none], ['10', null]).totalMinor).toBe(10);
});

const money = fc.integer({ min: 0, max: 10 ** 11 }).map(toMinor);
const rate = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => String(parts / 10_000));

holds(
  'a provision is never more than the balance, and the buckets add up to it',
  [fc.array(fc.tuple(money, rate), { maxLength: 12 })],
  (drawn) => {
    const found = provisionOf(
      drawn.map(([balance]) => balance),
      drawn.map(([, percent]) => percent),
    );
    const amounts = found.buckets.map((bucket) => bucket.amountMinor ?? toMinor(-1));
    return (
      amounts.every((amount, i) => amount >= 0 && amount <= (drawn[i]?.[0] ?? 0)) &&
      found.totalMinor === sumOf(amounts)
    );
  },
);

holds(
  'rates of history lie between 0 and 100, and more lost never lowers one',
  [
    fc.array(fc.record({ bucket: fc.nat(3), balanceMinor: money, lostMinor: money }), { maxLength: 12 }),
    money,
  ],
  (cohorts, more) => {
    const worse = cohorts.map((each) => ({ ...each, lostMinor: toMinor(each.lostMinor + more) }));
    const [before, after] = [cohorts, worse].map((list) => rollForwardRates(list, 4).map(Number));
    return (before ?? []).every((each, i) => each >= 0 && each <= 100 && each <= (after?.[i] ?? -1));
  },
);
