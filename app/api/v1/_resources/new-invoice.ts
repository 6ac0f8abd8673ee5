import { z } from 'zod';
import type { PostInvoice } from '@/db/commands/post-invoice';
import { addDays, daysBetween, LAST_DAY, type PlainDate } from '@/lib/domain/dates';
import type { DiscountTerms } from '@/lib/domain/discount';
import { toMinor, ZERO } from '@/lib/domain/money';
import { malformed } from '../_api/api-error';
import { Amount, Currency, Day, Decimal, readAmount, readDecimal, text } from '../_api/fields';
import { RateFields, readRate } from '../_api/rates';
import { NewBilledLine, readBilledLines, readTerms, TermsLines } from './new-lines';

const Window = {
  days: z
    .int()
    .min(0)
    .max(3_650)
    .optional()
    .meta({ description: 'Days after invoice_date, the last included.' }),
  until: Day.optional().meta({ description: 'The last day; instead of days.' }),
};

/** The decision to bill a customer on credit hold. */
export const OverrideHold = z.strictObject({ reason: text(500) }).meta({
  description: 'Bills a customer on credit hold all the same; the reason is noted. An administrator decides.',
});

/** An invoice to post: by its lines, or by its total alone. */
export const NewInvoice = z.strictObject({
  customer_id: z.uuid(),
  invoice_date: Day,
  due_date: Day.optional(),
  terms_days: z.int().min(0).max(3_650).optional().meta({ description: 'Instead of due_date.' }),
  currency: Currency.optional().meta({ description: "The customer's unless given." }),
  number: text(60).optional().meta({ description: 'The next of the own series unless given.' }),
  purchase_order: text(60).optional().meta({ description: "The customer's own number for what it ordered." }),
  lines: z.array(NewBilledLine).min(1).max(500).optional(),
  amount: Amount.optional().meta({ description: 'The total, tax included; instead of lines.' }),
  tax: Amount.optional().meta({ description: 'The tax within amount.' }),
  instalments: z
    .array(z.strictObject({ due_date: Day, amount: Amount }))
    .min(1)
    .max(120)
    .optional()
    .meta({ description: 'Parts with due dates of their own, together the total; instead of due_date.' }),
  ...RateFields,
  terms_lines: TermsLines.optional().meta({
    description: 'Payment terms that give the instalments, in place of them; the last line is the remainder.',
  }),
  rounding: z
    .enum(['line', 'document'])
    .default('line')
    .meta({ description: 'Whether net and tax are rounded line by line, or once for the whole document.' }),
  discount: z
    .union([
      z.strictObject({ percent: Decimal, ...Window }),
      z.strictObject({ amount: Amount.meta({ description: 'For paying all of it.' }), ...Window }),
    ])
    .optional()
    .meta({ description: 'Offered for paying early: 2/10 net 30 is { percent: 2, days: 10 }.' }),
  override_hold: OverrideHold.optional(),
  draft: z.literal(false).optional(),
});

type Body = z.output<typeof NewInvoice>;

/** The invoice as the command takes it. @throws ApiError 400 for parts that exclude each other. */
export function readInvoice(body: Body, currency: string, base: string): PostInvoice {
  assertOneOf(body, ['lines', 'amount']);
  if ((body.lines === undefined) === (body.amount === undefined))
    throw malformed('lines: give lines or amount.', 'lines');
  if (body.tax !== undefined && body.lines) throw malformed('tax: belongs to amount, not to lines.', 'tax');
  assertOneOf(body, ['due_date', 'terms_days', 'instalments', 'terms_lines']);
  const due = dueDate(body);
  const rate = readRate(body, currency, base);
  return {
    customerId: body.customer_id,
    invoiceDate: body.invoice_date,
    currency,
    lines: readBilledLines(body.lines, currency),
    rounding: body.rounding,
    source: 'api',
    ...(due ? { dueDate: due } : {}),
    ...(body.number === undefined ? {} : { number: body.number }),
    ...(body.purchase_order === undefined ? {} : { purchaseOrder: body.purchase_order }),
    ...(body.amount === undefined ? {} : { total: readTotal(body.amount, body.tax, currency) }),
    ...(rate ? { rate } : {}),
    ...(body.override_hold ? { overrideHold: body.override_hold } : {}),
    discount: readDiscount(body, currency),
    ...(body.terms_lines ? { termsLines: readTerms(body.terms_lines, currency) } : {}),
    ...(body.instalments ? { instalments: readInstalments(body.instalments, currency) } : {}),
  };
}

function assertOneOf(body: Body, names: readonly (keyof Body)[]): void {
  const [, second] = names.filter((name) => body[name] !== undefined);
  if (second) throw malformed(`${second}: give only one of ${names.join(', ')}.`, second);
}

function dueDate({ invoice_date, due_date, terms_days }: Body) {
  return terms_days === undefined ? due_date : dayAfter(invoice_date, terms_days);
}

function dayAfter(invoiceDate: PlainDate, days: number): PlainDate {
  if (daysBetween(invoiceDate, LAST_DAY) < days)
    throw malformed('invoice_date: is too far in the future.', 'invoice_date');
  return addDays(invoiceDate, days);
}

function readDiscount({ discount, invoice_date }: Body, currency: string): DiscountTerms | null {
  if (!discount) return null;
  const { days, until = days === undefined ? undefined : dayAfter(invoice_date, days) } = discount;
  if (!until || (days !== undefined && discount.until))
    throw malformed('discount: give days or until.', 'discount');
  if ('amount' in discount)
    return { percent: null, amountMinor: readAmount(discount.amount, currency, 'discount.amount'), until };
  return { percent: readDecimal(discount.percent, 'discount.percent'), amountMinor: null, until };
}

/** A total and the tax within it. @throws ApiError 400 when the tax is more than the total. */
export function readTotal(amount: NonNullable<Body['amount']>, tax: Body['tax'], currency: string) {
  const totalMinor = readAmount(amount, currency, 'amount');
  const taxMinor = tax === undefined ? ZERO : readAmount(tax, currency, 'tax');
  if (taxMinor < 0 || taxMinor > Math.max(totalMinor, 0))
    throw malformed('tax: must be from 0 to amount.', 'tax');
  return { totalMinor, taxMinor: toMinor(taxMinor) };
}

function readInstalments(parts: NonNullable<Body['instalments']>, currency: string) {
  return parts.map((part, i) => ({
    dueOn: part.due_date,
    amountMinor: readAmount(part.amount, currency, `instalments.${i}.amount`),
  }));
}
