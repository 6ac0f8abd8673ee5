import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { splitDiscount } from '@/lib/domain/discount';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { settledInvoices } from '../queries/settled-invoices';
import type { Tx } from '../scope';
import { type PostedCredit, postCreditMemo } from './post-credit-memo';

/** How much of an invoice is credited, and why. */
export interface CreditInvoice {
  readonly invoiceId: string;
  /** Tax included. */
  readonly amountMinor: Minor;
  readonly on: PlainDate;
  readonly reason: string;
  readonly source: DocumentSource;
}

/**
 * Credits an invoice, or a part of it, by a credit memo that lowers its tax in proportion. What the invoice has no longer open
 * stays on the account.
 * @throws Refusal `not_found`, `exceeds_remaining` for more than was invoiced; and as `postCreditMemo`.
 */
export async function creditInvoice(
  tx: Tx,
  actor: Actor,
  { invoiceId, amountMinor, on, reason, source }: CreditInvoice,
): Promise<PostedCredit> {
  const invoice = (await settledInvoices(tx, [invoiceId])).get(invoiceId);
  if (!invoice || invoice.amountMinor <= 0) throw new Refusal('not_found', 'That invoice does not exist.');
  if (amountMinor > invoice.amountMinor)
    throw new Refusal('exceeds_remaining', `${invoice.number} is of less than that.`, 'amount');
  const { customerId, currency } = invoice;
  return postCreditMemo(tx, actor, {
    customerId,
    currency,
    creditDate: on,
    reason,
    lines: [],
    total: { totalMinor: amountMinor, taxMinor: splitDiscount(amountMinor, invoice).taxMinor },
    applyTo: invoiceId,
    source,
  });
}
