import { z } from 'zod';
import type { PaymentPart, Rest } from '@/db/commands/payment-parts';
import type { RecordPayment } from '@/db/commands/record-payment';
import { type Rate, rateOf } from '@/lib/domain/exchange';
import type { Minor } from '@/lib/domain/money';
import { malformed } from '../_api/api-error';
import { Amount, Currency, Day, readAmount, text } from '../_api/fields';
import { RateFields, readRate } from '../_api/rates';

/** What is left of an invoice that was paid short. */
const ShortPay = z.strictObject({
  invoice_id: z.uuid(),
  as: z.enum(['open', 'dispute', 'write_off', 'credit_memo', 'discount']),
  reason: text(500).optional(),
});

/** Money that arrived. */
export const NewPayment = z.strictObject({
  customer_id: z.uuid(),
  received_on: Day,
  amount: Amount,
  currency: Currency.optional().meta({ description: "The customer's unless given." }),
  method: text(60).default('Other'),
  reference: text(200).optional(),
  payer: text(200).optional(),
  allocate: z
    .union([
      z.enum(['oldest', 'exact', 'none']),
      z
        .array(z.strictObject({ invoice_id: z.uuid(), amount: Amount, effective_on: Day.optional() }))
        .min(1)
        .max(500),
    ])
    .default('oldest')
    .meta({
      description:
        'To which invoices: oldest due first; exact (those that add up to it, else oldest); none, it stays on the account; or a list.',
    }),
  ...RateFields,
  received_base: Amount.optional().meta({
    description:
      'What arrived in the base currency, as the bank tells it: the rate follows. Instead of a rate.',
  }),
  take_discount: z.boolean().default(false).meta({
    description:
      'Gives the discount for early payment of every invoice that is paid within its time, by a discount document of its own.',
  }),
  use_credit: z
    .union([
      z.boolean(),
      z
        .array(z.strictObject({ credit_id: z.uuid(), invoice_id: z.uuid(), amount: Amount }))
        .min(1)
        .max(200),
    ])
    .default(false)
    .meta({
      description:
        "Credit that is on the account already: true uses it after this payment's own money, oldest first; a list says which credit goes to which invoice, before it.",
    }),
  short_pay: z.array(ShortPay).max(500).default([]).meta({
    description: 'What becomes of what is left of invoices in allocate; a dispute needs a reason.',
  }),
});

/** The body that earlier callers send: one invoice, in the currency of the invoice. */
export const OldPayment = z.strictObject({
  invoice_id: z.uuid(),
  payment_date: Day,
  amount: Amount,
  method: text(60).default('Other'),
  ...RateFields,
});

/** The payment as the command takes it. @throws ApiError 400 for parts that do not belong together. */
export function readPayment(
  body: z.output<typeof NewPayment>,
  currency: string,
  base: string,
): RecordPayment {
  const { reference, payer, method, allocate } = body;
  const amountMinor = readAmount(body.amount, currency, 'amount');
  const rate = readRate(body, currency, base) ?? arrivedAt(body, amountMinor, currency, base);
  return {
    customerId: body.customer_id,
    receivedOn: body.received_on,
    amountMinor,
    currency,
    payment: { method, ...(reference ? { reference } : {}), ...(payer ? { payer } : {}) },
    ...(rate ? { rate } : {}),
    apply: typeof allocate === 'string' ? noShortPay(body, allocate) : readParts(body, allocate, currency),
    takeDiscount: body.take_discount,
    useCredit: readUseCredit(body.use_credit, currency),
    source: 'api',
  };
}

function arrivedAt(
  body: z.output<typeof NewPayment>,
  amountMinor: Minor,
  currency: string,
  base: string,
): Rate | null {
  const { received_base: received, rate_to_base: rate, rate_quote: quote } = body;
  if (received === undefined) return null;
  if (currency === base || (rate ?? quote ?? null) !== null)
    throw malformed(
      'received_base: goes with money of another currency, and without a rate.',
      'received_base',
    );
  const found = rateOf(amountMinor, currency, readAmount(received, base, 'received_base'), base);
  if (found === null) throw malformed('received_base: must be above zero.', 'received_base');
  return found;
}

function noShortPay<T>({ short_pay }: z.output<typeof NewPayment>, apply: T): T {
  if (short_pay.length > 0)
    throw malformed('short_pay: goes with a list of invoices in allocate.', 'short_pay');
  return apply;
}

function readUseCredit(
  useCredit: z.output<typeof NewPayment>['use_credit'],
  currency: string,
): NonNullable<RecordPayment['useCredit']> {
  if (typeof useCredit === 'boolean') return useCredit;
  return useCredit.map(({ credit_id, invoice_id, amount }, i) => ({
    creditId: credit_id,
    invoiceId: invoice_id,
    amountMinor: readAmount(amount, currency, `use_credit.${i}.amount`),
  }));
}

type Parts = Exclude<z.output<typeof NewPayment>['allocate'], string>;

function readParts(
  { short_pay }: z.output<typeof NewPayment>,
  parts: Parts,
  currency: string,
): PaymentPart[] {
  const rests = new Map(short_pay.map((rest) => [rest.invoice_id, rest]));
  if (
    rests.size < short_pay.length ||
    !short_pay.every((rest) => parts.some((p) => p.invoice_id === rest.invoice_id))
  )
    throw malformed('short_pay: each invoice once, and only invoices in allocate.', 'short_pay');
  return parts.map(({ invoice_id, amount, effective_on }, i) => {
    return {
      invoiceId: invoice_id,
      amountMinor: readAmount(amount, currency, `allocate.${i}.amount`),
      ...(effective_on ? { effectiveOn: effective_on } : {}),
      rest: restOf(rests.get(invoice_id)),
    };
  });
}

function restOf(rest: z.output<typeof ShortPay> | undefined): Rest | undefined {
  if (rest?.as === 'dispute' && !rest.reason)
    throw malformed('short_pay: a dispute needs a reason.', 'short_pay');
  return rest && { as: rest.as, reason: rest.reason };
}
