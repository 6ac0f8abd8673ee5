import { z } from 'zod';
import { areBounds } from '@/lib/domain/aging';

/** How age is counted and grouped, as people type it. */
export const agesInput = z.object({
  agingBasis: z.enum(['due', 'invoice']),
  bounds: z
    .string()
    .trim()
    .max(100)
    .transform((text) => text.split(/[\s,;/]+/).map((part) => (part === '' ? Number.NaN : Number(part))))
    .refine(areBounds, 'Write whole numbers of days, each above the one before: 0, 30, 60, 90, 120.'),
  provisionRates: z
    .string()
    .trim()
    .max(200)
    .transform((text) => (text === '' ? null : text.split(/[\s,;/]+/))),
});
