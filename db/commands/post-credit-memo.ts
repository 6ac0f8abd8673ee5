import type { Actor } from '@/lib/actor';
import { oldestFirst } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Rate } from '@/lib/domain/exchange';
import { arePriceable, type LineInput, linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { debitFacts } from '../queries/document-facts';
import { openDebitsAmong } from '../queries/open-debits';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { statedRate } from './document-rates';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** A credit memo to post. */
export interface PostCreditMemo {
  readonly customerId: string;
  readonly creditDate: PlainDate;
  /** Left out: the customer's currency. */
  readonly currency?: string;
  /** Left out: the next number of the organization's own series. */
  readonly number?: string;
  readonly reason?: string;
  /** Units of the base currency for one of this one; left out: the last rate known on the day. */
  readonly rate?: Rate;
  /** What is credited, priced like an invoice; none when only a total is known. */
  readonly lines: readonly LineInput[];
  /** The total, tax included, and the tax in it: for a credit memo without lines. */
  readonly total?: { readonly totalMinor: Minor; readonly taxMinor: Minor };
  /** The invoice that it is about. It is linked, not settled. */
  readonly invoiceId?: string;
  /** An invoice or one of its items that it settles as far as that is open, oldest instalment first. */
  readonly applyTo?: string;
  readonly source: DocumentSource;
}

/** What was posted. */
export interface PostedCredit {
  readonly documentId: string;
  readonly number: string;
  /** What no invoice took; it stays on the account. */
  readonly unappliedMinor: Minor;
  readonly allocationIds: readonly string[];
}

/**
 * Posts a credit memo: from now on the customer owes that much less. What no invoice takes stays on the account.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `customer_mismatch`, `currency_mismatch`, `already_reversed`,
 * `duplicate_number`, `period_locked`, `customer_archived`, `amount_too_large`.
 */
export async function postCreditMemo(tx: Tx, actor: Actor, input: PostCreditMemo): Promise<PostedCredit> {
  const customer = await lockCustomer(tx, input.customerId);
  const currency = input.currency ?? customer.currency;
  const account = { customerId: customer.id, currency };
  if (!arePriceable(input.lines))
    throw new Refusal('amount_too_large', 'That amount is larger than one document can carry.', 'amount');
  const lines = priceLines(input.lines);
  const { totalMinor, taxMinor } = input.total ?? linesTotal(lines);
  if (totalMinor <= 0)
    throw new Refusal('amount_must_be_positive', 'A credit memo needs a total above zero.', 'amount');
  const about = input.invoiceId ? await debitFacts(tx, input.invoiceId, account, 'invoiceId') : null;
  const settled = input.applyTo ? await debitFacts(tx, input.applyTo, account, 'applyTo') : null;
  const relatesToId = (about ?? settled)?.documentId;
  const [posted] = await postDocuments(tx, actor, [
    {
      kind: 'credit_memo',
      customerId: customer.id,
      documentDate: input.creditDate,
      currency,
      instalments: [{ dueOn: input.creditDate, amountMinor: totalMinor }],
      taxMinor,
      source: input.source,
      lines,
      ...(input.number === undefined ? {} : { number: input.number }),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
      ...(input.rate ? { rate: statedRate(input.rate, input.creditDate) } : {}),
      ...(relatesToId === undefined ? {} : { relatesToId }),
    },
  ]);
  const creditItemId = posted?.itemIds[0];
  if (!posted || !creditItemId) throw new Error('the credit memo was not posted');
  const { applyTo } = input;
  const open = applyTo ? await openDebitsAmong(tx, { ...account, ids: [applyTo] }) : [];
  const debits = open.filter((debit) => debit.documentId === applyTo || debit.itemId === applyTo);
  const { parts } = oldestFirst(totalMinor, debits);
  const allocationIds = await allocate(
    tx,
    actor,
    parts.map(({ itemId, amountMinor }) => ({ debitItemId: itemId, creditItemId, amountMinor })),
  );
  const unappliedMinor = toMinor(totalMinor - sumOf(parts.map((part) => part.amountMinor)));
  const { documentId, number } = posted;
  await recordActivity(tx, actor, {
    verb: 'credit_memo_posted',
    objectKind: 'document',
    objectId: documentId,
    customerId: customer.id,
    after: { number, amountMinor: totalMinor, currency, unappliedMinor, about: (about ?? settled)?.number },
  });
  return { documentId, number, unappliedMinor, allocationIds };
}
