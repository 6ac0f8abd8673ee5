import type { Actor } from '@/lib/actor';
import { oldestFirst } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import { DEBIT_KINDS, type DocumentKind, type DocumentSource } from '@/lib/domain/documents';
import { type Minor, sumOf } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { assertWriteOffLimit, bookRules } from '../queries/book-rules';
import { creditsLeft, type DocumentFacts, documentFacts, REFUNDABLE } from '../queries/document-facts';
import { openDebitsAmong } from '../queries/open-debits';
import { settledInvoices } from '../queries/settled-invoices';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { recordActivity } from './record-activity';
import { matchesOf, paperDeed, postingOf, type SettlingPaper } from './settling-paper';

/** What is let go of. */
export interface WriteOff {
  /** An invoice or another debit, or one of its items; or a credit that nobody claims. */
  readonly id: string;
  /** Left out: all that is open. */
  readonly amountMinor?: Minor;
  readonly on: PlainDate;
  readonly reason: string;
  readonly source: DocumentSource;
}

/** What was posted. */
export interface PostedWriteOff {
  readonly documentId: string;
  readonly number: string;
  readonly amountMinor: Minor;
}

/**
 * Lets go of what a customer owes, oldest instalment first, or of a small credit that nobody claims: that becomes gain.
 * The document settles it at once; recovering reverses it.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `over_allocation`, `exceeds_remaining`, `write_off_limit`,
 * `effective_too_early`, `period_locked`, `customer_archived`.
 */
export async function writeOff(tx: Tx, actor: Actor, input: WriteOff): Promise<PostedWriteOff> {
  const found = await documentFacts(tx, input.id);
  const isDebit = (DEBIT_KINDS as readonly DocumentKind[]).includes(found?.kind ?? 'reversal');
  if (!found || !(isDebit || REFUNDABLE.includes(found.kind)))
    throw new Refusal('not_found', 'That document does not exist.');
  await lockCustomer(tx, found.customerId);
  if (input.amountMinor !== undefined && input.amountMinor <= 0)
    throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  if (input.on < found.documentDate)
    throw new Refusal(
      'effective_too_early',
      `${found.number} is of ${found.documentDate}. It cannot be written off before that.`,
      'date',
    );
  return isDebit ? writeOffDebit(tx, actor, found, input) : writeOffCredit(tx, actor, found, input);
}

async function writeOffDebit(
  tx: Tx,
  actor: Actor,
  { documentId, customerId, currency, number }: DocumentFacts,
  { id, on, reason, source, ...input }: WriteOff,
): Promise<PostedWriteOff> {
  const open = await openDebitsAmong(tx, { customerId, currency, ids: [id] });
  const debits = open.filter((debit) => debit.documentId === id || debit.itemId === id);
  const amountMinor = input.amountMinor ?? sumOf(debits.map((debit) => debit.openMinor));
  const { parts, unappliedMinor } = oldestFirst(amountMinor, debits);
  if (parts.length === 0 || unappliedMinor > 0)
    throw new Refusal('over_allocation', `${number} has less open than that. Look again.`, 'amount');
  assertWriteOffLimit(await bookRules(tx), { amountMinor, currency });
  const invoice = (await settledInvoices(tx, [documentId])).get(documentId);
  if (!invoice) throw new Error('the invoice to write off is gone');
  return postPaper(tx, actor, { invoice, kind: 'write_off', parts, on, reason, source });
}

/** Posts a write-off of parts of an invoice. The caller holds the customer's lock. */
export async function postPaper(tx: Tx, actor: Actor, paper: SettlingPaper): Promise<PostedWriteOff> {
  const [posted] = await postDocuments(tx, actor, [postingOf(paper)]);
  if (!posted) throw new Error('the write-off was not posted');
  await allocate(tx, actor, matchesOf(paper, posted));
  await recordActivity(tx, actor, paperDeed(paper, posted));
  const amountMinor = sumOf(paper.parts.map((part) => part.amountMinor));
  return { documentId: posted.documentId, number: posted.number, amountMinor };
}

async function writeOffCredit(
  tx: Tx,
  actor: Actor,
  credit: DocumentFacts,
  input: WriteOff,
): Promise<PostedWriteOff> {
  const { currency, number } = credit;
  const left = sumOf((await creditsLeft(tx, credit)).map((source) => source.leftMinor));
  const amountMinor = input.amountMinor ?? left;
  if (left === 0 || amountMinor > left)
    throw new Refusal('exceeds_remaining', `${number} has less left than that. Look again.`, 'amount');
  assertWriteOffLimit(await bookRules(tx), { amountMinor, currency });
  return postGain(tx, actor, credit, { ...input, amountMinor });
}

/** Takes what is left of a credit as gain. The caller holds the customer's lock. */
export async function postGain(
  tx: Tx,
  actor: Actor,
  credit: DocumentFacts,
  input: Omit<WriteOff, 'id'> & { readonly amountMinor: Minor },
): Promise<PostedWriteOff> {
  const { amountMinor, on, reason, source } = input;
  const { customerId, currency } = credit;
  const [item] = await creditsLeft(tx, credit);
  const [posted] = await postDocuments(tx, actor, [
    {
      kind: 'credit_write_off',
      customerId,
      documentDate: on,
      currency,
      instalments: [{ dueOn: on, amountMinor }],
      reason,
      relatesToId: credit.documentId,
      source,
    },
  ]);
  const debitItemId = posted?.itemIds[0];
  if (!posted || !debitItemId || !item) throw new Error('the credit was not written off');
  await allocate(tx, actor, [{ debitItemId, creditItemId: item.creditItemId, amountMinor }]);
  const { documentId, number } = posted;
  await recordActivity(tx, actor, {
    verb: 'credit_write_off_posted',
    objectKind: 'document',
    objectId: documentId,
    customerId,
    after: { number, amountMinor, currency, credit: credit.number, reason },
  });
  return { documentId, number, amountMinor };
}
