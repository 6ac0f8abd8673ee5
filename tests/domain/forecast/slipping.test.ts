import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slippingOf } from '@/lib/domain/forecast/slipping';

const TODAY = 20_000;
const paid = (daysAgo: number, delay: number, share = 1) => ({
  customerId: 'a',
  dueOn: TODAY - daysAgo - delay,
  paidOn: TODAY - daysAgo,
  countsFrom: TODAY - daysAgo,
  amountMinor: 1_000 + daysAgo,
  share,
  isLoss: false,
});
const EARLIER = [120, 150, 180, 210, 240, 270].map((daysAgo, i) => paid(daysAgo, i));

test('who pays later than nine in ten times before is slipping, with the payments that show it', () => {
  const recent = [paid(10, 14), paid(40, 4), paid(70, 12)];
  expect(slippingOf([...EARLIER, ...recent], TODAY)).toEqual({
    latelyDays: 12,
    beforeDays: 2,
    last: [14, 4, 12],
    laterCount: 2,
    recentCount: 3,
    earlierCount: 6,
  });
});

test('too few payments, small changes and payments that bounced show nothing', () => {
  expect(slippingOf([...EARLIER, paid(10, 30), paid(40, 30)], TODAY)).toBeNull();
  expect(slippingOf([...EARLIER.slice(2), ...[10, 20, 30].map((ago) => paid(ago, 30))], TODAY)).toBeNull();
  expect(slippingOf([...EARLIER, ...[10, 20, 30].map((ago) => paid(ago, 6))], TODAY)).toBeNull();
  const bounced = [paid(30, 30), { ...paid(30, 30, -1), countsFrom: TODAY - 2 }];
  expect(slippingOf([...EARLIER, paid(10, 30), paid(20, 30), ...bounced], TODAY)).toBeNull();
});

test('whatever is added, an invoice paid in parts on a day counts once, and who pays alike is never slipping', () => {
  const delays = fc.array(fc.integer({ min: -30, max: 90 }), { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(delays, (those) => {
      const before = those.map((delay, i) => paid(120 + 5 * i, delay));
      const alike = those.map((delay, i) => paid(10 + 2 * i, delay)).slice(0, 30);
      expect(
        slippingOf([...before, ...alike.map((one) => ({ ...one, dueOn: one.paidOn }))], TODAY)?.latelyDays ??
          0,
      ).toBe(0);
      const halves = before.flatMap((one) => [
        { ...one, share: 0.5 },
        { ...one, share: 0.5 },
      ]);
      const recent = [5, 15, 25].map((ago) => paid(ago, 200));
      expect(slippingOf([...halves, ...recent], TODAY)).toEqual(slippingOf([...before, ...recent], TODAY));
    }),
  );
});
