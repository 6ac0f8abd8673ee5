import { addDays, daysBetween, later, type PlainDate } from '@/lib/domain/dates';
import { percentOf } from '@/lib/domain/invoice-lines';
import type { Minor } from '@/lib/domain/money';
import { businessDay, businessDayBefore } from './calendar';
import type { SampleDispute, SampleEvent, SampleInvoice, SamplePayment, SamplePromise } from './plan';
import type { Random } from './random';
import { openInvoices } from './replay';
import { DISPUTE_REASONS, PROMISE_NOTES } from './words';

/** For every 1,500 invoices. */
const KEPT = 6;
const BROKEN = 4;
const STANDING = 4;

type Open = SampleInvoice & { readonly openMinor: Minor };

/** What customers said about what they owe: promises kept, broken and still standing, and what they contest. */
export function makeTalk(
  random: Random,
  events: readonly SampleEvent[],
  today: PlainDate,
): (SamplePromise | SampleDispute)[] {
  const invoices = new Map(events.filter((e) => e.kind === 'invoice').map((e) => [e.key, e]));
  const rounds = Math.max(1, Math.round(invoices.size / 1_500));
  const daysLate = ({ dueOn }: Open) => daysBetween(dueOn, today);
  const late = random.shuffled(openInvoices(events).filter((invoice) => daysLate(invoice) >= 8));
  const contested = late
    .filter((invoice) => daysLate(invoice) >= 15 && daysLate(invoice) <= 75)
    .slice(0, rounds);
  const silent = late.filter((invoice) => !contested.includes(invoice));
  const broken = silent.filter((invoice) => daysLate(invoice) >= 18).slice(0, BROKEN * rounds);
  const standing = silent.filter((invoice) => !broken.includes(invoice)).slice(0, STANDING * rounds);
  return [
    ...keptPromises(random, events, { invoices, today }).slice(0, KEPT * rounds),
    ...broken.map((invoice, i) => brokenPromise(random, invoice, { i, today })),
    ...standing.map((invoice, i) => standingPromise(random, invoice, { i, today })),
    ...contested.map((invoice, i) => dispute(invoice, { i, today })),
  ];
}

/** One for each late payment of one invoice that nobody had to correct, in no order. */
function keptPromises(
  random: Random,
  events: readonly SampleEvent[],
  { invoices, today }: { invoices: ReadonlyMap<string, SampleInvoice>; today: PlainDate },
): SamplePromise[] {
  const corrected = new Set(
    events.flatMap((e) => (e.kind === 'bounce' || e.kind === 'move' ? [e.payment] : [])),
  );
  const payments = events.filter((e): e is SamplePayment => e.kind === 'payment' && !corrected.has(e.key));
  const candidates = payments.flatMap((payment) => {
    const [part] = payment.parts;
    const invoice = part && payment.parts.length === 1 ? invoices.get(part.invoice) : undefined;
    if (!invoice || !part || payment.day < addDays(today, -120)) return [];
    return daysBetween(invoice.dueOn, payment.day) >= 8 ? [{ invoice, payment, part }] : [];
  });
  return random.shuffled(candidates).map(({ invoice, payment, part }, i) => ({
    ...promise(invoice, part.amountMinor, i),
    day: businessDayBefore(addDays(payment.day, -random.int(3, 6))),
    promisedFor: businessDay(addDays(payment.day, random.int(0, 1))),
  }));
}

function brokenPromise(
  random: Random,
  invoice: Open,
  { i, today }: { i: number; today: PlainDate },
): SamplePromise {
  const promisedFor = businessDayBefore(addDays(today, i === 0 ? -1 : -random.int(3, 9)));
  const day = businessDay(later(addDays(invoice.dueOn, 1), addDays(promisedFor, -random.int(5, 9))));
  return { ...promise(invoice, invoice.openMinor, i), day, promisedFor };
}

/** Every second one is for half of what is open. */
function standingPromise(
  random: Random,
  invoice: Open,
  { i, today }: { i: number; today: PlainDate },
): SamplePromise {
  const amount = i % 2 === 0 ? invoice.openMinor : percentOf(invoice.openMinor, '50');
  return {
    ...promise(invoice, amount, i),
    day: businessDayBefore(addDays(today, -random.int(0, 3))),
    promisedFor: businessDay(addDays(today, random.int(1, 9))),
  };
}

function promise({ key, customer, currency }: SampleInvoice, amountMinor: Minor, i: number) {
  const note = PROMISE_NOTES[i % PROMISE_NOTES.length] ?? '';
  return { kind: 'promise', customer, invoice: key, currency, amountMinor, note } as const;
}

function dispute(invoice: Open, { i, today }: { i: number; today: PlainDate }): SampleDispute {
  const { key, customer, dueOn, openMinor } = invoice;
  const day = businessDayBefore(later(addDays(dueOn, 2), addDays(today, -20)));
  const reason = DISPUTE_REASONS[i % DISPUTE_REASONS.length] ?? '';
  return { kind: 'dispute', day, customer, invoice: key, amountMinor: percentOf(openMinor, '40'), reason };
}
