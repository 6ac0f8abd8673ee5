import type { DayNumber } from '@/lib/domain/forecast/delays';
import { type DelayDistribution, delaysOf, paidByOn } from '@/lib/domain/forecast/distribution';
import { type Habits, learn, noHabits } from '@/lib/domain/forecast/habits';
import { POOLINGS, type Pooling } from '@/lib/domain/forecast/pooling';
import type { DataSet, PaidInvoice } from './data';
import { type Prediction, predicted, score } from './score';

/**
 * Each invoice raised in the window, forecast on the day on which it was raised from what was paid before that day. Invoices of
 * a day share what was known.
 */
export function rollingDelays(
  invoices: readonly PaidInvoice[],
  [from, to]: readonly [DayNumber, DayNumber],
  pooling: Pooling,
): { invoice: PaidInvoice; delays: DelayDistribution }[] {
  const payments = invoices.toSorted((a, b) => a.paidOn - b.paidOn);
  const asked = invoices
    .filter(({ invoicedOn }) => invoicedOn >= from && invoicedOn <= to)
    .toSorted((a, b) => a.invoicedOn - b.invoicedOn);
  const habits = noHabits(pooling);
  let [known, today]: [number, DayNumber] = [0, Number.NaN];
  let read = paidByOn(habits, from);
  return asked.map((invoice) => {
    if (invoice.invoicedOn !== today) {
      today = invoice.invoicedOn;
      known = learnBefore(habits, payments, { known, today });
      read = paidByOn(habits, today);
    }
    return { invoice, delays: delaysOf(read, invoice) };
  });
}

/** As `rollingDelays`, beside what came. */
export function rollingPredictions(
  invoices: readonly PaidInvoice[],
  window: readonly [DayNumber, DayNumber],
  pooling: Pooling,
): Prediction[] {
  return rollingDelays(invoices, window, pooling).map(({ invoice, delays }) =>
    predicted(delays, invoice.paidOn - invoice.dueOn),
  );
}

/** The pooling that forecast the tuning window best, by the ranked probability score: the test window has no say. */
export function chosenPooling({ invoices, tune }: DataSet): Pooling {
  const [best] = POOLINGS.map((pooling) => ({
    pooling,
    crps: score(rollingPredictions(invoices, tune, pooling)).crps ?? Number.POSITIVE_INFINITY,
  })).toSorted((a, b) => a.crps - b.crps);
  if (!best) throw new Error('no pooling to choose');
  return best.pooling;
}

/** Learns what was paid before `today`, from the payment `known` on; answers how many are known then. */
function learnBefore(
  habits: Habits,
  payments: readonly PaidInvoice[],
  { known, today }: { readonly known: number; readonly today: DayNumber },
): number {
  let count = known;
  for (let next = payments[count]; next && next.paidOn < today; next = payments[count]) {
    learn(habits, next);
    count += 1;
  }
  return count;
}
