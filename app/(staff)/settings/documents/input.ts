import { z } from 'zod';
import { plainDecimal } from '@/lib/domain/money';

/** The kinds of documents whose numbers people see, and which can be set. */
export const SERIES_KINDS = ['invoice', 'credit_memo', 'payment', 'late_fee', 'refund'] as const;

export const seriesInput = z.object({
  kind: z.enum(SERIES_KINDS),
  prefix: z
    .string()
    .trim()
    .max(12, 'Use at most 12 characters.')
    .regex(/^[\w./#-]*$/, 'Use letters, digits, and . / # - _ only.'),
  next: z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, 'Write a whole number, such as 1001.')
    .transform(Number)
    .refine((next) => next >= 1, 'Begin with 1 or more.'),
});

export const taxRateInput = z.object({
  name: z.string().trim().min(1, 'Enter what the tax is called.').max(60, 'Use at most 60 characters.'),
  percent: z
    .string()
    .trim()
    .transform(plainDecimal)
    .refine(
      (text) => /^\d{1,3}(\.\d{1,6})?$/.test(text) && Number(text) <= 100,
      'Write a percentage from 0 to 100, such as 7.25.',
    ),
});

export const removeTaxRateInput = z.object({ taxRateId: z.uuid() });
