import { z } from 'zod';
import type { UpdateOrganization } from '@/db/commands/update-organization';
import { daysToPay } from '../../_fields/days-to-pay';
import { limitOf, typedLimit, typedPercent } from '../typed';

/** What being late costs, as people type it. */
export const chargesInput = z.object({
  lateFeeDays: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'Enter a number of days, such as 15, or leave it empty.')
    .transform((text) => (text === '' ? null : Number(text)))
    .refine((days) => days === null || days <= 3_650, 'Use at most 3,650 days.'),
  lateFee: typedLimit,
  lateFeePercent: typedPercent(100),
  interestPercent: typedPercent(1_000),
});

/** The form as the command takes it, in the currency of the books. @throws Refusal `invalid` for what is no amount. */
export function toCharges(
  { lateFee, ...rest }: z.output<typeof chargesInput>,
  currency: string,
): UpdateOrganization {
  return { ...rest, lateFeeMinor: limitOf(lateFee, currency, 'lateFee') };
}

/** How long new customers have to pay, as people type it. */
export const paymentTermsInput = z.object({ termsDays: daysToPay });
