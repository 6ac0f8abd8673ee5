import type { Actor } from '@/lib/actor';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import { type LineInput, linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { Refusal } from '@/lib/refusal';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** An invoice to post. */
export interface PostInvoice {
  readonly customerId: string;
  readonly invoiceDate: PlainDate;
  /** Left out: invoice date plus the customer's terms. */
  readonly dueDate?: PlainDate;
  /** Left out: the customer's currency. Prices are in it. */
  readonly currency?: string;
  /** Left out: the next number of the organization's own series. */
  readonly number?: string;
  readonly lines: readonly LineInput[];
  readonly source: DocumentSource;
}

/**
 * Posts an invoice: from now on the customer owes it. It cannot be edited; a correction is a void or a credit memo.
 * @throws Refusal `not_found`, `invalid` (no lines, or due before its date), `amount_must_be_positive`, `duplicate_number`,
 * `period_locked`, `customer_archived`, `amount_too_large`.
 */
export async function postInvoice(
  tx: Tx,
  actor: Actor,
  input: PostInvoice,
): Promise<{ documentId: string; number: string }> {
  const customer = await lockCustomer(tx, input.customerId);
  const lines = priceLines(input.lines);
  const { totalMinor, taxMinor } = linesTotal(lines);
  if (totalMinor <= 0)
    throw new Refusal('amount_must_be_positive', 'An invoice needs a total above zero.', 'amount');
  const dueOn = input.dueDate ?? addDays(input.invoiceDate, customer.termsDays);
  if (dueOn < input.invoiceDate)
    throw new Refusal('invalid', 'The due date is before the invoice date.', 'dueDate');
  const currency = input.currency ?? customer.currency;
  const [posted] = await postDocuments(tx, actor, [
    {
      kind: 'invoice',
      customerId: customer.id,
      documentDate: input.invoiceDate,
      currency,
      instalments: [{ dueOn, amountMinor: totalMinor }],
      taxMinor,
      source: input.source,
      lines,
      ...(input.number === undefined ? {} : { number: input.number }),
    },
  ]);
  if (!posted) throw new Error('the invoice was not posted');
  const { documentId, number } = posted;
  await recordActivity(tx, actor, {
    verb: 'invoice_posted',
    objectKind: 'document',
    objectId: documentId,
    customerId: customer.id,
    after: { number, amountMinor: totalMinor, currency, dueOn },
  });
  return { documentId, number };
}
