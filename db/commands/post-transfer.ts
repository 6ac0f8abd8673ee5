import type { Actor } from '@/lib/actor';
import { oldestFirst, type Part } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { areFamily } from '../queries/customer-family';
import { creditFacts, creditsLeft, type DocumentFacts, documentFacts } from '../queries/document-facts';
import { BILLED } from '../queries/invoices';
import { openDebitsAmong } from '../queries/open-debits';
import { transfers } from '../schema/transfers';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { lockCustomers } from './lock-customers';
import { type Posted, type Posting, postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** One customer of a family pays for another. */
export interface PostTransfer {
  /** A payment or another credit of the payer. */
  readonly creditId: string;
  /** An invoice of the other customer, or one of its items. */
  readonly invoiceId: string;
  readonly amountMinor: Minor;
  readonly on: PlainDate;
  readonly reason?: string;
  readonly source: DocumentSource;
}

/**
 * Lets credit of one customer pay an invoice of another: a debit on the payer that the credit settles, and a credit on the
 * other that settles the invoice, so that each account still ties. The two are only ever reversed together.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `customer_mismatch` (not of one family, or the same customer),
 * `currency_mismatch`, `exceeds_remaining`, `over_allocation`, `effective_too_early`, `period_locked`, `customer_archived`.
 */
export async function postTransfer(
  tx: Tx,
  actor: Actor,
  input: PostTransfer,
): Promise<{ transferId: string }> {
  const { amountMinor, on, reason, source } = input;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const credit = await creditFacts(tx, input.creditId, 'fromCreditId');
  const invoice = await documentFacts(tx, input.invoiceId);
  if (!invoice || !BILLED.includes(invoice.kind))
    throw new Refusal('not_found', 'That invoice does not exist.', 'toInvoiceId');
  await lockCustomers(tx, [credit.customerId, invoice.customerId]);
  await assertTransferable(tx, credit, invoice, on);
  const creditItemId = await creditItem(tx, credit, amountMinor);
  const parts = await partsOf(tx, invoice, input);
  const common = {
    documentDate: on,
    currency: credit.currency,
    instalments: [{ dueOn: on, amountMinor }],
    source,
    ...(reason === undefined ? {} : { reason }),
  };
  const postings: Posting[] = [
    { ...common, kind: 'transfer_in', customerId: credit.customerId, relatesToId: credit.documentId },
    { ...common, kind: 'transfer_out', customerId: invoice.customerId, relatesToId: invoice.documentId },
  ];
  const [taken, given] = await postDocuments(tx, actor, postings);
  if (!taken || !given) throw new Error('the transfer was not posted');
  await allocate(tx, actor, [
    { debitItemId: itemOf(taken), creditItemId, amountMinor },
    ...parts.map((part) => ({
      debitItemId: part.itemId,
      creditItemId: itemOf(given),
      amountMinor: part.amountMinor,
    })),
  ]);
  const transferId = uuid7();
  await tx.insert(transfers).values({
    id: transferId,
    payerCustomerId: credit.customerId,
    payerDocumentId: taken.documentId,
    paidForCustomerId: invoice.customerId,
    paidForDocumentId: given.documentId,
    createdBy: actor.userId,
  });
  for (const { documentId, number, customerId } of [
    { ...taken, customerId: credit.customerId },
    { ...given, customerId: invoice.customerId },
  ])
    await recordActivity(tx, actor, {
      verb: 'transfer_posted',
      objectKind: 'document',
      objectId: documentId,
      customerId,
      after: { number, amountMinor, currency: credit.currency, from: credit.number, to: invoice.number },
    });
  return { transferId };
}

async function assertTransferable(
  tx: Tx,
  credit: DocumentFacts,
  invoice: DocumentFacts,
  on: PlainDate,
): Promise<void> {
  if (credit.customerId === invoice.customerId)
    throw new Refusal(
      'customer_mismatch',
      `${invoice.number} is the customer's own. Apply the credit to it instead.`,
      'toInvoiceId',
    );
  if (!(await areFamily(tx, credit.customerId, invoice.customerId)))
    throw new Refusal(
      'customer_mismatch',
      'A customer pays for another only within one family: give them a common parent first.',
      'toInvoiceId',
    );
  if (credit.currency !== invoice.currency)
    throw new Refusal(
      'currency_mismatch',
      `${credit.currency} cannot pay an invoice in ${invoice.currency}.`,
      'toInvoiceId',
    );
  if (on < credit.documentDate)
    throw new Refusal(
      'effective_too_early',
      `${credit.number} is of ${credit.documentDate}. It cannot be used before that.`,
      'date',
    );
}

async function creditItem(tx: Tx, credit: DocumentFacts, amountMinor: Minor): Promise<string> {
  const [source] = await creditsLeft(tx, credit);
  if (!source || source.leftMinor < amountMinor)
    throw new Refusal('exceeds_remaining', `${credit.number} has less left than that.`, 'amount');
  return source.creditItemId;
}

async function partsOf(
  tx: Tx,
  { customerId, currency, number }: DocumentFacts,
  { invoiceId, amountMinor }: PostTransfer,
): Promise<readonly Part[]> {
  const open = await openDebitsAmong(tx, { customerId, currency, ids: [invoiceId] });
  const debits = open.filter((debit) => debit.documentId === invoiceId || debit.itemId === invoiceId);
  const { parts, unappliedMinor } = oldestFirst(amountMinor, debits);
  if (unappliedMinor > 0)
    throw new Refusal('over_allocation', `${number} has less open than that. Lower the amount.`, 'amount');
  return parts;
}

function itemOf({ itemIds: [itemId] }: Posted): string {
  if (!itemId) throw new Error('a side of the transfer lacks its item');
  return itemId;
}
