import { addDays, type PlainDate } from '@/lib/domain/dates';
import { linesTotal, percentOf, priceLines } from '@/lib/domain/invoice-lines';
import { businessDay } from './calendar';
import type { SampleCreditMemo, SampleInvoice } from './plan';
import type { Random } from './random';
import { CREDIT_REASONS } from './words';

const SHARE = 0.028;
/** Of those that come when the invoice is already paid, few are written at all. */
const WRITTEN_LATE = 0.12;

/**
 * Now and then something was wrong, and part of the first line is given back. Null for most invoices. A memo that
 * comes before the invoice is paid settles part of it; a later one stays on the account.
 */
export function creditMemoFor(
  random: Random,
  invoice: SampleInvoice,
  { paidOn, today }: { readonly paidOn: PlainDate | null; readonly today: PlainDate },
): SampleCreditMemo | null {
  const [line] = invoice.lines;
  const day = businessDay(addDays(invoice.day, random.int(2, 9)));
  if (!random.chance(SHARE) || !line || day > today) return null;
  const isLate = paidOn !== null && paidOn <= day;
  if (isLate && !random.chance(WRITTEN_LATE)) return null;
  const { description, taxPercent, netMinor } = line;
  const unitPriceMinor = percentOf(netMinor, String(random.int(10, 45)));
  const lines = priceLines([
    { description: `Credit: ${description}`, quantity: '1', unitPriceMinor, taxPercent },
  ]);
  const { totalMinor: amountMinor, taxMinor } = linesTotal(lines);
  return {
    kind: 'credit_memo',
    key: `M-${invoice.key}`,
    customer: invoice.customer,
    day,
    currency: invoice.currency,
    amountMinor,
    taxMinor,
    lines,
    reason: random.pick(CREDIT_REASONS),
    parts: isLate ? [] : [{ invoice: invoice.key, amountMinor }],
  };
}
