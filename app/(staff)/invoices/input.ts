import { z } from 'zod';
import type { PostInvoice } from '@/db/commands/post-invoice';
import { parseDayText } from '@/lib/day-text';
import { isCurrency } from '@/lib/domain/currencies';
import { type PlainDate, todayIn } from '@/lib/domain/dates';
import { QUANTITY, TAX_PERCENT } from '@/lib/domain/invoice-draft';
import type { LineInput } from '@/lib/domain/invoice-lines';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';

const line = z.strictObject({
  description: z.string().trim().min(1).max(500),
  quantity: z.string().regex(QUANTITY),
  unitPriceMinor: z.int().transform(toMinor),
  taxPercent: z.string().regex(TAX_PERCENT),
});

const lines = z
  .string()
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      ctx.addIssue({ code: 'custom', message: 'Reload the page and try again.' });
      return z.NEVER;
    }
  })
  .pipe(z.array(line).min(1, 'Write at least one line.').max(200, 'Use at most 200 lines.'));

/** The invoice editor, as people type it. */
export const postInvoiceInput = z.object({
  customerId: z.uuid('Choose a customer.'),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  invoiceDate: z.string().trim().min(1, 'Enter the day of the invoice.').max(40),
  dueDate: z.string().trim().max(40),
  number: z.string().trim().max(40, 'Use at most 40 characters.'),
  lines,
  /** Why to bill a customer on credit hold; empty when nobody decided that. */
  overrideHold: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
});

export const voidDocumentInput = z.object({
  documentId: z.uuid(),
  kind: z.enum(['invoice', 'credit_memo']),
  reason: z.string().trim().min(1, 'Say why it is void.').max(500, 'Use at most 500 characters.'),
});

/** The form as the command takes it. @throws Refusal `invalid` for a day that cannot be read. */
export function toPostInvoice(
  { dueDate, number, overrideHold, ...input }: z.output<typeof postInvoiceInput>,
  timeZone: string,
): PostInvoice & { readonly currency: string; readonly lines: readonly LineInput[] } {
  const today = todayIn(timeZone);
  return {
    ...input,
    invoiceDate: toDay(input.invoiceDate, today, 'invoiceDate'),
    ...(dueDate && { dueDate: toDay(dueDate, today, 'dueDate') }),
    ...(number && { number }),
    ...(overrideHold && { overrideHold: { reason: overrideHold } }),
    source: 'staff',
  };
}

function toDay(text: string, today: PlainDate, field: string): PlainDate {
  const day = parseDayText(text, today);
  if (day === null) throw new Refusal('invalid', `“${text}” is not a day. Write it like 20 Nov 2026.`, field);
  return day;
}
