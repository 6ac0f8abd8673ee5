import { addDays, type PlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { groupBy } from '@/lib/group-by';
import { businessDay } from './calendar';
import type { SampleBounce, SampleCreditMemo, SampleInvoice, SampleMove, SamplePayment } from './plan';
import type { Random } from './random';
import { BOUNCE_REASONS } from './words';

/** What was settled, and for what. */
export interface Settled {
  readonly invoices: readonly SampleInvoice[];
  readonly payments: readonly SamplePayment[];
  readonly memos: readonly SampleCreditMemo[];
  readonly today: PlainDate;
  /** Customers whose payments need no correction. */
  readonly steady: ReadonlySet<string>;
}

/** Payments as they came after all, and what was put right about them. */
export interface Corrected {
  readonly payments: readonly SamplePayment[];
  readonly corrections: readonly (SampleBounce | SampleMove)[];
}

/**
 * For every 1,500 invoices two payments bounce, of which one is made good; one is taken from the wrong invoice to the
 * right one; and four leave something on the account.
 */
export function correct(random: Random, settled: Settled): Corrected {
  const rounds = Math.max(1, Math.round(settled.invoices.length / 1_500));
  const simple = random.shuffled(simplePayments(settled));
  const moves = findMoves(random, simple, settled).slice(0, rounds);
  const moved = new Map(moves.map((move) => [move.payment, move]));
  const bouncing = simple
    .filter(
      ({ key, day, method }) =>
        !moved.has(key) && method in BOUNCE_REASONS && day <= addDays(settled.today, -30),
    )
    .slice(0, 2 * rounds);
  const bounces = bouncing.map((payment, i) => bounce(random, payment, i));
  const touched = new Set([...moved.keys(), ...bouncing.map(({ key }) => key)]);
  const generous = random
    .shuffled(settled.payments.filter(({ key, day }) => !touched.has(key) && isRecent(day, settled.today)))
    .slice(0, 4 * rounds);
  const overpaid = new Set(generous.map(({ key }) => key));
  const payments = settled.payments.map((payment) => {
    const move = moved.get(payment.key);
    if (move) return { ...payment, parts: [{ invoice: move.from, amountMinor: move.amountMinor }] };
    if (!overpaid.has(payment.key)) return payment;
    return { ...payment, amountMinor: toMinor(payment.amountMinor + random.int(25, 480) * 100) };
  });
  const madeGood = bounces.flatMap(({ again }) => again);
  return {
    payments: [...payments, ...madeGood],
    corrections: [...moves, ...bounces.map(({ event }) => event)],
  };
}

/** Recent payments that settled one invoice whole, which nothing else had touched. */
function simplePayments({ invoices, payments, today, steady }: Settled): SamplePayment[] {
  const amounts = new Map(invoices.map((invoice) => [invoice.key, invoice.amountMinor]));
  return payments.filter(({ customer, day, parts, amountMinor }) => {
    const [part] = parts;
    if (parts.length !== 1 || !part || steady.has(customer)) return false;
    return isRecent(day, today) && amounts.get(part.invoice) === amountMinor;
  });
}

function isRecent(day: PlainDate, today: PlainDate): boolean {
  return day >= addDays(today, -140) && day <= addDays(today, -12);
}

function bounce(
  random: Random,
  payment: SamplePayment,
  i: number,
): { event: SampleBounce; again: SamplePayment[] } {
  const { key, customer } = payment;
  const day = businessDay(addDays(payment.day, random.int(2, 4)));
  const reason = BOUNCE_REASONS[payment.method] ?? '';
  const event: SampleBounce = { kind: 'bounce', day, customer, payment: key, reason };
  const paidAgainOn = businessDay(addDays(day, random.int(7, 12)));
  const again = {
    ...payment,
    key: `${key}-again`,
    day: paidAgainOn,
    method: 'Wire',
    reference: 'Replaces a returned payment',
  };
  return { event, again: i % 2 === 0 ? [again] : [] };
}

/** Payments that could as well have been put on another invoice of the customer, which nothing touched for a while. */
function findMoves(random: Random, simple: readonly SamplePayment[], settled: Settled): SampleMove[] {
  const touchedOn = firstTouches(settled);
  const ofCustomer = groupBy(settled.invoices, (invoice) => invoice.customer);
  return simple.flatMap((payment): SampleMove[] => {
    const { key, customer, amountMinor } = payment;
    const [to] = payment.parts;
    const calmUntil = addDays(payment.day, 8);
    const wrong = (ofCustomer.get(customer) ?? []).find(
      (invoice) =>
        invoice.key !== to?.invoice &&
        invoice.day <= payment.day &&
        invoice.amountMinor >= amountMinor &&
        (touchedOn.get(invoice.key) ?? settled.today) > calmUntil,
    );
    if (!wrong || !to) return [];
    const day = businessDay(addDays(payment.day, random.int(2, 5)));
    return [{ kind: 'move', day, customer, payment: key, from: wrong.key, to: to.invoice, amountMinor }];
  });
}

function firstTouches({ payments, memos }: Settled): Map<string, PlainDate> {
  const first = new Map<string, PlainDate>();
  for (const { day, parts } of [...payments, ...memos])
    for (const { invoice } of parts) {
      const known = first.get(invoice);
      if (known === undefined || day < known) first.set(invoice, day);
    }
  return first;
}
