import { z } from 'zod';

/** Days to pay, as people type them: 0 is on receipt. */
export const daysToPay = z
  .string()
  .trim()
  .regex(/^\d{1,4}$/, 'Enter a number of days, such as 30.')
  .transform(Number)
  .refine((days) => days <= 3_650, 'Use at most 3,650 days.');
