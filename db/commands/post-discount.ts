import type { Actor } from '@/lib/actor';
import { oldestFirst } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { openDebitsAmong } from '../queries/open-debits';
import { settledInvoices } from '../queries/settled-invoices';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { recordActivity } from './record-activity';
import {
  matchesOf,
  paperDeed,
  postingOf,
  restOf,
  type SettledRest,
  type SettlingPaper,
} from './settling-paper';

/** A discount that is given by hand, whatever the invoice offers. */
export interface PostDiscount {
  readonly invoiceId: string;
  readonly amountMinor: Minor;
  readonly on: PlainDate;
  readonly reason?: string;
  readonly source: DocumentSource;
}

/**
 * Gives a discount on an invoice: a credit that settles as much of it, oldest due first.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `over_allocation`, `period_locked`, `customer_archived`.
 */
export async function postDiscount(tx: Tx, actor: Actor, input: PostDiscount): Promise<SettledRest> {
  const { invoiceId, amountMinor, on, reason = 'Discount', source } = input;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const invoice = (await settledInvoices(tx, [invoiceId])).get(invoiceId);
  if (!invoice || invoice.amountMinor <= 0)
    throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
  const { customerId, currency } = invoice;
  await lockCustomer(tx, customerId);
  const debits = await openDebitsAmong(tx, { customerId, currency, ids: [invoiceId] });
  const { parts, unappliedMinor } = oldestFirst(amountMinor, debits);
  if (unappliedMinor > 0)
    throw new Refusal(
      'over_allocation',
      `${invoice.number} has less open than that. Lower the amount.`,
      'amount',
    );
  const paper: SettlingPaper = { invoice, kind: 'discount', parts, on, reason, source };
  const [posted] = await postDocuments(tx, actor, [postingOf(paper)]);
  if (!posted) throw new Error('the discount was not posted');
  await allocate(tx, actor, matchesOf(paper, posted));
  await recordActivity(tx, actor, paperDeed(paper, posted));
  return restOf(paper, posted);
}
