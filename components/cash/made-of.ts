import { formatCount } from '@/lib/format';

/** What a forecast is made of, up to whose habit counts. Parts of invoices are counted as parts, and told as whole ones. */
export function madeOf(paymentCount: number): string {
  const count = Math.round(paymentCount);
  return `Made of when ${formatCount(count, 'invoice')} ${count === 1 ? 'was' : 'were'} paid, by each customer’s own habit`;
}
