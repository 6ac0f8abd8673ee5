import fc from 'fast-check';
import { type DelayDistribution, delaysOf, paidByOn } from '@/lib/domain/forecast/distribution';
import { type Habits, learn, noHabits, type Payable, type Settled } from '@/lib/domain/forecast/habits';
import { POOLINGS, type Pooling, type PoolingName } from '@/lib/domain/forecast/pooling';

/** That a property is true of 1,000 inputs: each builds up habits, which takes its time. */
export function holdsOften<T>(property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns: 1_000 });
}

/** A day of 2026 as a number. */
export const TODAY = 20_550;

/** The pooling of that name. */
export function poolingOf(name: PoolingName): Pooling {
  const found = POOLINGS.find((pooling) => pooling.name === name);
  if (!found) throw new Error(name);
  return found;
}

/** A whole invoice of 100.00 paid `delay` days after the day on which it was due. */
export function settled(customerId: string, dueOn: number, delay: number): Settled {
  return { customerId, dueOn, paidOn: dueOn + delay, amountMinor: 10_000, share: 1 };
}

/** Habits that know these payments. */
export function habitsOf(payments: readonly Settled[], pooling: Pooling): Habits {
  const habits = noHabits(pooling);
  for (const payment of payments) learn(habits, payment);
  return habits;
}

/** The distribution of an item on a day. */
export function delaysAt(habits: Habits, item: Payable, today = TODAY): DelayDistribution {
  return delaysOf(paidByOn(habits, today), item);
}

/** Payments of a few customers during two years before `TODAY`. */
export const somePayments = fc.array(
  fc
    .record({
      customerId: fc.constantFrom('a', 'b', 'c'),
      back: fc.integer({ min: 0, max: 700 }),
      delay: fc.integer({ min: -60, max: 200 }),
      amountMinor: fc.integer({ min: 1, max: 10_000_000 }),
      share: fc.constantFrom(1, 0.5, 0.25),
    })
    .map(
      ({ back, delay, ...rest }): Settled => ({ ...rest, paidOn: TODAY - back, dueOn: TODAY - back - delay }),
    ),
  { maxLength: 60 },
);

/** An item of one of the customers, or of one that never paid. */
export const someItem: fc.Arbitrary<Payable> = fc.record({
  customerId: fc.constantFrom('a', 'b', 'c', 'new'),
  dueOn: fc.integer({ min: TODAY - 200, max: TODAY + 90 }),
  amountMinor: fc.integer({ min: 1, max: 10_000_000 }),
});

/** Any pooling. */
export const anyPooling = fc.constantFrom(...POOLINGS);
