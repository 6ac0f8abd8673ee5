import { addDays } from '@/lib/domain/dates';
import { linesTotal } from '@/lib/domain/invoice-lines';
import { toMinor } from '@/lib/domain/money';
import { type Period, workingDays } from './calendar';
import type { Profile } from './customers';
import type { SampleInvoice } from './plan';
import { drawer, type Random } from './random';
import { linesAbout } from './services';

const SMALLEST = 45_00;
const SPREAD = 0.75;

/** Exactly `count` invoices on the working days of the period, oldest first. */
export function makeInvoices(
  random: Random,
  profiles: readonly Profile[],
  { count, period }: { readonly count: number; readonly period: Period },
): SampleInvoice[] {
  const drawDay = drawer(random.fork('days'), workingDays(period));
  const drawProfile = drawer(
    random.fork('buyers'),
    profiles.map((profile) => [profile, profile.weight] as const),
  );
  const days = Array.from({ length: count }, drawDay).toSorted();
  return days.map((day, i) => {
    let buyer = drawProfile();
    while (day < buyer.buysFrom || day > buyer.buysUntil) buyer = drawProfile();
    const { customer, typicalMinor } = buyer;
    const target = toMinor(Math.max(SMALLEST, Math.round(random.lognormal(typicalMinor, SPREAD))));
    const lines = linesAbout(random, target, customer.currency !== 'USD');
    const { totalMinor, taxMinor } = linesTotal(lines);
    return {
      kind: 'invoice',
      key: `I${i + 1}`,
      customer: customer.key,
      day,
      dueOn: addDays(day, customer.termsDays),
      currency: customer.currency,
      amountMinor: totalMinor,
      taxMinor,
      lines,
    };
  });
}
