import { z } from 'zod/mini';
import { isCurrency } from './domain/currencies';
import { isPlainDate, type PlainDate } from './domain/dates';
import { planOfTerms } from './domain/instalment-plan';
import { parseAmount } from './domain/money';
import type { TermLine } from './domain/payment-terms';
import type { Due, WrittenInvoice } from './written-invoice';

const figure = z.pipe(
  z.union([z.string(), z.number()]),
  z.transform((value) => String(value)),
);
const line = z.strictObject({
  service_id: z.optional(z.string()),
  beneficiary_id: z.optional(z.string()),
  description: z.optional(z.string()),
  quantity: z.optional(figure),
  unit_price: z.optional(figure),
  tax_percent: z.optional(figure),
});
const after = { months: z.optional(z.number()), days: z.optional(z.number()) };
const termLine = z.union([
  z.strictObject({
    kind: z.literal('percent_of_total'),
    ratio: figure,
    divisor: z.optional(figure),
    ...after,
  }),
  z.strictObject({ kind: z.literal('remainder'), ...after }),
]);
const content = z.strictObject({
  customer_id: z.optional(z.string()),
  currency: z.optional(z.string()),
  invoice_date: z.optional(z.string()),
  number: z.optional(z.string()),
  purchase_order: z.optional(z.string()),
  rounding: z.optional(z.literal('line')),
  due_date: z.optional(z.string()),
  terms_days: z.optional(z.number()),
  terms_lines: z.optional(z.array(termLine)),
  instalments: z.optional(
    z.array(z.strictObject({ due_date: z.optional(z.string()), amount: z.optional(figure) })),
  ),
  lines: z.optional(z.array(line)),
  discount: z.optional(z.strictObject({ percent: z.optional(figure), days: z.optional(figure) })),
});

type Content = z.output<typeof content>;

/**
 * What a draft keeps, as the editor writes on; `currency` is meant where it names none. Null when it holds something that the
 * editor does not show, such as a total without lines: then the program that wrote it must go on.
 */
export function readWritten(kept: unknown, currency: string): WrittenInvoice | null {
  const parsed = content.safeParse(kept);
  if (!parsed.success) return null;
  const written = parsed.data;
  const own = written.currency !== undefined && isCurrency(written.currency) ? written.currency : currency;
  const due = readDue(written, own);
  if (!due) return null;
  return {
    customerId: written.customer_id ?? null,
    currency: own,
    issuedOn: day(written.invoice_date),
    due,
    number: written.number ?? '',
    purchaseOrder: written.purchase_order ?? '',
    lines: (written.lines ?? []).map((each, i) => ({
      key: `kept ${i}`,
      description: each.description ?? '',
      quantity: each.quantity ?? '',
      unitPriceMinor: each.unit_price === undefined ? null : parseAmount(each.unit_price, own),
      taxPercent: each.tax_percent ?? '0',
      serviceId: each.service_id ?? null,
      beneficiaryId: each.beneficiary_id ?? null,
    })),
    discount: written.discount
      ? { percent: written.discount.percent ?? '', days: written.discount.days ?? '' }
      : null,
  };
}

function readDue({ due_date, terms_days, terms_lines, instalments }: Content, currency: string): Due | null {
  if (terms_lines) {
    const plan = planOfTerms(terms_lines.map(toTermLine));
    return plan && { kind: 'parts', plan };
  }
  if (instalments)
    return {
      kind: 'hand',
      parts: instalments.map((part, i) => ({
        key: `kept ${i}`,
        dueOn: day(part.due_date),
        amountMinor: part.amount === undefined ? null : parseAmount(part.amount, currency),
      })),
    };
  if (due_date !== undefined) return { kind: 'day', on: day(due_date) };
  return terms_days === undefined ? { kind: 'terms' } : { kind: 'days', days: terms_days };
}

function toTermLine({
  months = 0,
  days = 0,
  ...share
}: NonNullable<Content['terms_lines']>[number]): TermLine {
  return { ...share, months, days };
}

function day(text: string | undefined): PlainDate | null {
  return text !== undefined && isPlainDate(text) ? text : null;
}
