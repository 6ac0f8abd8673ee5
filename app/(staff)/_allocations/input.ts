import { z } from 'zod';
import { isCurrency } from '@/lib/domain/currencies';
import { toMinor } from '@/lib/domain/money';

const part = z.strictObject({ itemId: z.uuid(), amountMinor: z.int().positive().transform(toMinor) });

const parts = z
  .string()
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue({ code: 'custom', message: 'Reload the page and try again.' });
      return z.NEVER;
    }
  })
  .pipe(z.array(part).min(1, 'Choose at least one invoice.').max(2_000));

/** The form that applies a credit: how much of it goes to which open item. */
export const applyCreditInput = z.object({
  creditItemId: z.uuid(),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  parts,
});

/** The form that takes applications of money back: their ids, with commas between. */
export const undoAllocationsInput = z.object({
  allocationIds: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.uuid()).min(1).max(2_000)),
});
