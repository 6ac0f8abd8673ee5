import { z } from 'zod';
import type { BaseTotal } from '@/db/queries/base-total';
import { money } from '@/lib/exact-json';
import { Currency, Day, Money } from './fields';
import type { Answer } from './operation';
import { RateFacts, writeRate } from './rates';

/** An amount of the base currency with every rate that it was made with; what has no rate is listed, and never added. */
export const InBase = z.object({
  currency: Currency,
  as_of: Day,
  total: Money.meta({ description: 'The sum of the parts, at the last rates known on that day.' }),
  parts: z.array(RateFacts.extend({ currency: Currency, amount: Money, base_amount: Money })),
  without_rate: z
    .array(z.object({ currency: Currency, amount: Money }))
    .meta({ description: 'What is not in the total, for want of a rate.' }),
});

/** How an amount in the base currency is written. */
export function writeBaseTotal(found: BaseTotal, base: string): Answer<z.output<typeof InBase>> {
  return {
    currency: base,
    as_of: found.asOf,
    total: money(found.totalMinor, base),
    parts: found.parts.map(({ currency, amountMinor, baseMinor, rate }) => ({
      currency,
      amount: money(amountMinor, currency),
      base_amount: money(baseMinor, base),
      ...writeRate(rate),
    })),
    without_rate: found.withoutRate.map(({ currency, amountMinor }) => ({
      currency,
      amount: money(amountMinor, currency),
    })),
  };
}
