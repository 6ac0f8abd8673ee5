import { type PlainDate } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { groupBy } from '@/lib/group-by';
import type { SampleCustomer, SampleEvent } from './plan';
import { openInvoices } from './replay';

/** A balance that looks like somebody's, in a handful of invoices. */
const PLEASING = 9_000_00;
const HANDFUL = 6;

/**
 * Key of the customer whose portal shows most: dollars, something late, something not due yet, something part paid,
 * and a balance near $9,000 in about six invoices. The best there is when none has it all.
 */
export function portalCustomer(
  customers: readonly SampleCustomer[],
  events: readonly SampleEvent[],
  today: PlainDate,
): string {
  const byCustomer = groupBy(openInvoices(events), (invoice) => invoice.customer);
  const paid = new Set(events.flatMap((event) => (event.kind === 'payment' ? [event.customer] : [])));
  const score = ({ key, currency, habit }: SampleCustomer): number => {
    const open = byCustomer.get(key) ?? [];
    const total = sumOf(open.map((invoice) => invoice.openMinor));
    const has = [
      currency === 'USD' && paid.has(key),
      habit !== 'quiet',
      open.some(({ dueOn }) => dueOn < today),
      open.some(({ dueOn }) => dueOn >= today),
      open.some(({ openMinor, amountMinor }) => openMinor < amountMinor),
    ];
    const distance = Math.abs(Math.log((total + 1) / PLEASING)) + Math.abs(open.length - HANDFUL) / 4;
    return has.filter(Boolean).length * 2 - Math.min(distance, 9);
  };
  const [best] = customers.toSorted((a, b) => score(b) - score(a));
  if (!best) throw new RangeError('There is no customer.');
  return best.key;
}
