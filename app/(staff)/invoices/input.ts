import { z } from 'zod';
import type { PostWrittenInvoice } from '@/db/commands/post-written-invoice';
import { parseDayText } from '@/lib/day-text';
import { isCurrency } from '@/lib/domain/currencies';
import { addDays, isPlainDate, type PlainDate, todayIn } from '@/lib/domain/dates';
import { MOST_PARTS } from '@/lib/domain/instalment-plan';
import { TAX_PERCENT } from '@/lib/domain/invoice-draft';
import type { LineInput } from '@/lib/domain/invoice-lines';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { json, lines } from './line-input';

const instalments = json.pipe(
  z
    .array(z.strictObject({ dueOn: z.string().refine(isPlainDate), amountMinor: z.int().transform(toMinor) }))
    .max(MOST_PARTS, `Use at most ${MOST_PARTS} parts.`),
);
const discount = json.pipe(
  z
    .strictObject({
      percent: z.string().regex(TAX_PERCENT, 'Write the discount as a percentage, such as 2.'),
      days: z.int().min(0).max(3_650),
    })
    .nullable(),
);

/** The invoice editor, as people type it. */
export const postInvoiceInput = z.object({
  draftId: z.uuid(),
  /** When the draft was last saved as the editor knows it; '' when it never was. */
  seenAt: z.union([z.literal('').transform(() => null), z.iso.datetime().transform((at) => new Date(at))]),
  customerId: z.uuid('Choose a customer.'),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  invoiceDate: z.string().trim().min(1, 'Enter the day of the invoice.').max(40),
  /** Empty: by the customer's terms, or in parts. */
  dueDate: z.string().trim().max(40).default(''),
  number: z.string().trim().max(40, 'Use at most 40 characters.'),
  purchaseOrder: z.string().trim().max(60, 'Use at most 60 characters.').default(''),
  lines,
  /** Empty when it falls due in one part. */
  instalments,
  discount,
  /** Whether its PDF is mailed to whoever gets the customer's bills. */
  send: z.literal('yes').optional(),
  /** Whether credit of the account settles it. */
  useCredit: z.literal('yes').optional(),
  /** Why to bill a customer on credit hold; empty when nobody decided that. */
  overrideHold: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
});

/** Which invoice is mailed, and what is written above it. */
export const sendInvoiceInput = z.object({
  documentId: z.uuid(),
  note: z.string().trim().max(1_000, 'Use at most 1,000 characters.').default(''),
});

export const draftIdInput = z.object({ draftId: z.uuid() });

/** A credit memo about an invoice, as people type it. */
export const creditInvoiceInput = z.object({
  invoiceId: z.uuid(),
  customerId: z.uuid(),
  currency: z.string().refine(isCurrency, 'Choose a currency.'),
  creditDate: z.string().trim().min(1, 'Enter the day of the credit memo.').max(40),
  reason: z.string().trim().min(1, 'Say what it is for.').max(500, 'Use at most 500 characters.'),
  lines,
  /** Whether it settles the invoice as far as that is open; else it stays on the account. */
  settles: z.enum(['yes', 'no']),
});

export const voidDocumentInput = z.object({
  documentId: z.uuid(),
  kind: z.enum(['invoice', 'credit_memo']),
  reason: z.string().trim().min(1, 'Say why it is void.').max(500, 'Use at most 500 characters.'),
});

/** The form as the command takes it. @throws Refusal `invalid` for a day that cannot be read. */
export function toPostWritten(
  input: z.output<typeof postInvoiceInput>,
  timeZone: string,
): PostWrittenInvoice & {
  readonly invoice: { readonly currency: string; readonly lines: readonly LineInput[] };
} {
  const { draftId, seenAt, useCredit, dueDate, number, overrideHold, instalments: parts } = input;
  const { purchaseOrder, customerId, currency, lines: written, ...rest } = input;
  const today = todayIn(timeZone);
  const invoiceDate = toDay(rest.invoiceDate, today, 'invoiceDate');
  const offered = rest.discount;
  return {
    draftId,
    seenAt,
    useCredit: useCredit === 'yes',
    invoice: {
      customerId,
      currency,
      lines: written,
      invoiceDate,
      ...(dueDate && parts.length === 0 && { dueDate: toDay(dueDate, today, 'dueDate') }),
      ...(parts.length > 0 && { instalments: parts }),
      ...(number && { number }),
      ...(purchaseOrder && { purchaseOrder }),
      ...(overrideHold && { overrideHold: { reason: overrideHold } }),
      discount: offered && {
        percent: offered.percent,
        amountMinor: null,
        until: addDays(invoiceDate, offered.days),
      },
      source: 'staff',
    },
  };
}

/** A day as somebody typed it. @throws Refusal `invalid` when it cannot be read. */
export function toDay(text: string, today: PlainDate, field: string): PlainDate {
  const day = parseDayText(text, today);
  if (day === null) throw new Refusal('invalid', `“${text}” is not a day. Write it like 20 Nov 2026.`, field);
  return day;
}
