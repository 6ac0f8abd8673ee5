import { z } from 'zod';
import { isCurrency } from '@/lib/domain/currencies';
import { isPlainDate } from '@/lib/domain/dates';
import { HOLD_KINDS } from '@/lib/domain/hold';

const customerId = z.uuid();
const words = (max: number, missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(max, `Use at most ${max.toLocaleString('en-US')} characters.`);

/** A promise, as it is typed; the amount is read with the currency of what is promised. */
export const promiseInput = z.object({
  customerId,
  /** '' for the account as a whole. */
  invoiceId: z.union([z.literal(''), z.uuid()]),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  amount: z.string().trim().min(1, 'Enter the amount.').max(60),
  promisedFor: z.string().refine(isPlainDate, 'Enter the day, such as “fri” or “20 Nov”.'),
  note: z.string().trim().max(2_000, 'Use at most 2,000 characters.'),
});

/** What is to stop, and why. */
export const holdInput = z.object({
  customerId,
  kind: z.enum(HOLD_KINDS),
  reason: words(500, 'Say why.'),
});

/** A hold that ends. */
export const releaseInput = z.object({ holdId: z.uuid() });
