import { z } from 'zod';
import type { UpdateOrganization } from '@/db/commands/update-organization';
import { limitOf, typedLimit, typedPercent } from '../typed';

/** What is let go of by itself and how much may be written off, as people type it. */
export const moneyInput = z.object({
  tolerance: typedLimit,
  tolerancePercent: typedPercent(100),
  writeOffLimit: typedLimit,
  exchangeAccount: z
    .string()
    .trim()
    .max(100, 'Use at most 100 characters.')
    .transform((text) => text || null),
});

/** The form as the command takes it, in the currency of the books. @throws Refusal `invalid` for what is no amount. */
export function toMoneyRules(
  { tolerance, writeOffLimit, ...rest }: z.output<typeof moneyInput>,
  currency: string,
): UpdateOrganization {
  return {
    ...rest,
    toleranceMinor: limitOf(tolerance, currency, 'tolerance'),
    writeOffLimitMinor: limitOf(writeOffLimit, currency, 'writeOffLimit'),
  };
}

/** The day up to which the books are closed, as people type it. */
export const lockInput = z.object({ lockedOn: z.string().trim().max(40) });
