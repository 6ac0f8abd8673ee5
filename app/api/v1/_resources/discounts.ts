import { z } from 'zod';
import { postDiscount } from '@/db/commands/post-discount';
import type { SettledRest } from '@/db/commands/settling-paper';
import { documentById } from '@/db/queries/documents';
import { Refusal } from '@/lib/refusal';
import { Amount, Currency, Day, Money, momentOf, readAmount, text } from '../_api/fields';
import { money } from '../_api/json';
import { type Answer, writing } from '../_api/operation';

/** A credit that was posted for what is left of an invoice. */
export const Settled = z.object({
  document_id: z.uuid(),
  kind: z.enum(['discount', 'write_off', 'credit_memo']),
  number: z.string(),
  invoice_id: z.uuid(),
  currency: Currency,
  amount: Money,
});

/** Gives a discount. */
export const createDiscount = writing({
  id: 'createDiscount',
  path: '/discounts',
  summary: 'Gives a discount on an invoice: a document that settles as much of it. Its tax is in proportion.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    invoice_id: z.uuid(),
    amount: Amount,
    date: Day,
    reason: text(500).optional(),
  }),
  answer: Settled,
  run: async ({ tx, actor }, { invoice_id, amount, date, reason }) => {
    const invoice = await documentById(tx, invoice_id, momentOf(date));
    if (!invoice) throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
    const { currency } = invoice;
    const settled = await postDiscount(tx, actor, {
      invoiceId: invoice_id,
      amountMinor: readAmount(amount, currency, 'amount'),
      on: date,
      source: 'api',
      ...(reason ? { reason } : {}),
    });
    return { body: writeSettled(settled, currency) };
  },
});

/** The one place that says how such a credit is written. */
export function writeSettled(rest: SettledRest, currency: string): Answer<z.output<typeof Settled>> {
  return {
    document_id: rest.documentId,
    kind: rest.kind,
    number: rest.number,
    invoice_id: rest.invoiceId,
    currency,
    amount: money(rest.amountMinor, currency),
  };
}
