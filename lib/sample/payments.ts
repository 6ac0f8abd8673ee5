import { addDays, type PlainDate } from '@/lib/domain/dates';
import { type Minor, split, sumOf, toMinor } from '@/lib/domain/money';
import { groupBy } from '@/lib/group-by';
import type { Period } from './calendar';
import { creditMemoFor } from './credit-memos';
import type { Profile } from './customers';
import { onRunDay, payDay, type Temper } from './habits';
import type { SampleCreditMemo, SampleInvoice, SamplePart, SamplePayment } from './plan';
import type { Random } from './random';

/** This share of the invoices is paid in two parts. */
const IN_PARTS = 0.055;
const MOST_BY_CARD = 2_500_00;

interface Settlement extends SamplePart {
  readonly customer: string;
  readonly currency: string;
  readonly day: PlainDate;
}

/** What arrived for these invoices by today: one payment a customer and day, however many invoices it covers. */
export function settle(
  random: Random,
  invoices: readonly SampleInvoice[],
  { profiles, period }: { readonly profiles: readonly Profile[]; readonly period: Period },
): { payments: SamplePayment[]; memos: SampleCreditMemo[] } {
  const byKey = new Map(profiles.map((profile) => [profile.customer.key, profile]));
  const memos: SampleCreditMemo[] = [];
  const settlements = invoices.flatMap((invoice) => {
    const profile = byKey.get(invoice.customer);
    if (!profile) throw new RangeError(`No such customer: ${invoice.customer}`);
    const paidOn = payDay(random, profile.temper, { ...invoice, period });
    const memo = creditMemoFor(random.fork(invoice.key), invoice, { paidOn, today: period.today });
    if (memo) memos.push(memo);
    if (paidOn === null) return [];
    const given = sumOf((memo?.parts ?? []).map((part) => part.amountMinor));
    const left = { ...invoice, amountMinor: toMinor(invoice.amountMinor - given) };
    return settlementsOf(random, left, { paidOn, temper: profile.temper });
  });
  return {
    memos,
    payments: grouped(
      random,
      settlements.filter(({ day }) => day <= period.today),
    ),
  };
}

function settlementsOf(
  random: Random,
  { key, customer, currency, amountMinor }: SampleInvoice,
  { paidOn, temper: { habit, runWeekday } }: { paidOn: PlainDate; temper: Temper },
): Settlement[] {
  const whole = { customer, currency, invoice: key, day: paidOn, amountMinor };
  if (!random.chance(IN_PARTS)) return [whole];
  const percent = random.int(30, 70);
  const [first = amountMinor, rest = amountMinor] = split(amountMinor, [percent, 100 - percent]);
  const day = onRunDay(addDays(paidOn, random.int(14, 50)), runWeekday);
  // What is left would be late, and who is slipping is not.
  if (habit === 'slipping') return [whole];
  return [
    { ...whole, amountMinor: first },
    { ...whole, amountMinor: rest, day },
  ];
}

function grouped(random: Random, settlements: readonly Settlement[]): SamplePayment[] {
  const groups = groupBy(settlements, ({ customer, day }) => `${day} ${customer}`);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group], i) => paymentOf(random, group, i + 1));
}

function paymentOf(random: Random, group: readonly Settlement[], number: number): SamplePayment {
  const [first] = group;
  if (!first) throw new RangeError('A payment settles something.');
  const { customer, currency, day } = first;
  const amountMinor = sumOf(group.map((part) => part.amountMinor));
  return {
    kind: 'payment',
    key: `P${number}`,
    customer,
    currency,
    day,
    amountMinor,
    ...methodOf(random, currency, amountMinor),
    parts: group.map(({ invoice, amountMinor: part }) => ({ invoice, amountMinor: part })),
  };
}

/** How money came, and what the bank wrote beside it. */
function methodOf(
  random: Random,
  currency: string,
  amountMinor: Minor,
): Pick<SamplePayment, 'method' | 'reference'> {
  const digits = String(random.int(10_000, 99_999));
  if (currency !== 'USD') return { method: 'Wire', reference: `SEPA ${digits}` };
  return random.weighted([
    [{ method: 'ACH', reference: `ACH ${digits}` }, 50],
    [{ method: 'Check', reference: `Check ${digits.slice(1)}` }, 22],
    [{ method: 'Wire', reference: `FT ${digits}` }, 18],
    [{ method: 'Card', reference: `Card ending ${digits.slice(1)}` }, amountMinor <= MOST_BY_CARD ? 16 : 0],
  ]);
}
