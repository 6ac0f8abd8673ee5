import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import {
  type CreditLeft,
  creditFacts,
  creditsLeft,
  type DocumentFacts,
  documentFacts,
} from '../queries/document-facts';
import { BILLED } from '../queries/invoices';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { allocate } from './allocate';
import { type LiveAllocation, liveAllocations } from './live-allocations';
import { lockCustomer } from './lock-customers';
import { type Posted, postDocuments } from './post-documents';
import { recordActivity } from './record-activity';
import { type Taking, takeBack } from './take-back';

/** "This much of the refund is money that was applied to that invoice, which is open again." */
export interface RefundedInvoice {
  readonly invoiceId: string;
  readonly amountMinor: Minor;
}

/** Money to give back. */
export interface RefundCredit {
  /** One payment or credit memo; or whatever an account has that nothing took, oldest first. */
  readonly from:
    | { readonly creditId: string; readonly invoices?: readonly RefundedInvoice[] }
    | { readonly customerId: string; readonly currency?: string };
  readonly amountMinor: Minor;
  readonly refundedOn: PlainDate;
  readonly reason?: string;
  readonly source: DocumentSource;
}

/** One refund: a document for each credit that money was taken from. */
export interface PostedRefund {
  readonly documentId: string;
  readonly number: string;
  readonly amountMinor: Minor;
}

interface Account {
  readonly customerId: string;
  readonly currency: string;
  /** What money is taken from; null for whatever the account has. */
  readonly credit: DocumentFacts | null;
}

/**
 * Gives money back that is on an account: a document that the customer owes, settled at once by the credit. Applications
 * that are named are taken back first. Two refunds of one credit at once are served one after the other.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `refund_exceeds_payment`, `nothing_to_refund`,
 * `invoice_not_on_payment`, `duplicate_allocation`, `effective_too_early`, `period_locked`, `customer_archived`.
 */
export async function refundCredit(tx: Tx, actor: Actor, input: RefundCredit): Promise<PostedRefund[]> {
  const { amountMinor, refundedOn } = input;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const account = await lockAccount(tx, input.from);
  const { customerId, currency, credit } = account;
  if (credit && amountMinor > -credit.amountMinor) throw tooMuch(credit.number);
  const invoices = ('invoices' in input.from && input.from.invoices) || [];
  if (credit) await reopen(tx, actor, credit, { ...input, invoices });
  const sources = await sourcesOf(tx, account, refundedOn);
  const parts = drawn(sources, amountMinor, credit);
  const posted = await postDocuments(
    tx,
    actor,
    parts.map((part) => ({
      kind: 'refund' as const,
      customerId,
      documentDate: refundedOn,
      currency,
      instalments: [{ dueOn: refundedOn, amountMinor: part.takenMinor }],
      relatesToId: part.documentId,
      source: input.source,
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    })),
  );
  await allocate(
    tx,
    actor,
    parts.map((part, i) => ({
      debitItemId: itemOf(posted[i]),
      creditItemId: part.creditItemId,
      amountMinor: part.takenMinor,
    })),
  );
  const refunds = parts.map((part, i) => refundOf(posted[i], part.takenMinor));
  for (const [i, { documentId, ...after }] of refunds.entries())
    await recordActivity(tx, actor, {
      verb: 'refund_posted',
      objectKind: 'document',
      objectId: documentId,
      customerId,
      after: { ...after, currency, from: parts[i]?.number, reason: input.reason },
    });
  return refunds;
}

async function lockAccount(tx: Tx, from: RefundCredit['from']): Promise<Account> {
  if (!('creditId' in from)) {
    const customer = await lockCustomer(tx, from.customerId);
    return { customerId: customer.id, currency: from.currency ?? customer.currency, credit: null };
  }
  const credit = await creditFacts(tx, from.creditId, 'creditId');
  await lockCustomer(tx, credit.customerId);
  return { customerId: credit.customerId, currency: credit.currency, credit };
}

/** Takes the applications back that are named, those of the instalment due last first. */
async function reopen(
  tx: Tx,
  actor: Actor,
  credit: DocumentFacts,
  { invoices, amountMinor, refundedOn }: RefundCredit & { readonly invoices: readonly RefundedInvoice[] },
): Promise<void> {
  if (new Set(invoices.map((each) => each.invoiceId)).size < invoices.length)
    throw new Refusal(
      'duplicate_allocation',
      'The same invoice is listed twice. Add the amounts up.',
      'allocations',
    );
  if (invoices.some((each) => each.amountMinor <= 0))
    throw new Refusal(
      'amount_must_be_positive',
      'Enter an amount above zero for each invoice.',
      'allocations',
    );
  if (sumOf(invoices.map((each) => each.amountMinor)) > amountMinor)
    throw new Refusal('refund_exceeds_payment', 'The invoices take more than is refunded.', 'allocations');
  const takings: Taking[] = [];
  for (const each of invoices) takings.push(...(await takingsOf(tx, credit, each)));
  await takeBack(tx, actor, takings, refundedOn);
}

async function takingsOf(
  tx: Tx,
  credit: DocumentFacts,
  { invoiceId, amountMinor }: RefundedInvoice,
): Promise<Taking[]> {
  const debit = await documentFacts(tx, invoiceId);
  const applied = debit && BILLED.includes(debit.kind) ? await between(tx, debit, credit) : [];
  if (!debit || applied.length === 0)
    throw new Refusal(
      'invoice_not_on_payment',
      `${credit.number} was not applied to that invoice.`,
      'allocations',
    );
  let left: number = amountMinor;
  const takings = applied.flatMap((allocation) => {
    const taken = Math.min(left, allocation.amountMinor);
    left -= taken;
    return taken > 0 ? [{ allocation, amountMinor: toMinor(taken) }] : [];
  });
  if (left > 0)
    throw new Refusal(
      'refund_exceeds_payment',
      `Less than that of ${credit.number} was applied to ${debit.number}.`,
      'allocations',
    );
  return takings;
}

/** What stands applied of a credit to a debit, the instalment due last first. */
async function between(tx: Tx, debit: DocumentFacts, credit: DocumentFacts): Promise<LiveAllocation[]> {
  const itemsOf = (documentId: string) =>
    tx
      .select({ id: openItems.id })
      .from(openItems)
      .where(eq(openItems.documentId, documentId))
      .orderBy(desc(openItems.dueOn), desc(openItems.instalment));
  const debits = (await itemsOf(debit.documentId)).map((item) => item.id);
  const credits = (await itemsOf(credit.documentId)).map((item) => item.id);
  const live = await liveAllocations(
    tx,
    and(inArray(allocations.debitItemId, debits), inArray(allocations.creditItemId, credits)),
  );
  return live.toSorted((a, b) => debits.indexOf(a.debitItemId) - debits.indexOf(b.debitItemId));
}

/** What there is to give back on a day. A credit that is named must be of that day or before. */
async function sourcesOf(
  tx: Tx,
  { customerId, currency, credit }: Account,
  refundedOn: PlainDate,
): Promise<CreditLeft[]> {
  const left = await creditsLeft(tx, credit ?? { customerId, currency });
  if (credit && credit.documentDate > refundedOn)
    throw new Refusal(
      'effective_too_early',
      `${credit.number} is of ${credit.documentDate}. It cannot be refunded before that.`,
      'date',
    );
  return left.filter((source) => source.effectiveOn <= refundedOn);
}

function drawn(sources: readonly CreditLeft[], amountMinor: Minor, credit: DocumentFacts | null) {
  if (sources.length === 0)
    throw new Refusal(
      'nothing_to_refund',
      credit
        ? `Nothing of ${credit.number} is left to refund. Name the invoice that the money is to be taken back from.`
        : 'There is no credit on the account to refund.',
    );
  let left: number = amountMinor;
  const parts = sources.flatMap((source) => {
    const taken = Math.min(left, source.leftMinor);
    left -= taken;
    return taken > 0 ? [{ ...source, takenMinor: toMinor(taken) }] : [];
  });
  if (left > 0) throw tooMuch(credit?.number ?? 'the account');
  return parts;
}

function tooMuch(what: string): Refusal {
  return new Refusal('refund_exceeds_payment', `That is more than ${what} has to refund.`, 'amount');
}

function itemOf(posted: Posted | undefined): string {
  const [itemId] = posted?.itemIds ?? [];
  if (!itemId) throw new Error('a refund lacks its item');
  return itemId;
}

function refundOf(posted: Posted | undefined, amountMinor: Minor): PostedRefund {
  if (!posted) throw new Error('a refund was not posted');
  return { documentId: posted.documentId, number: posted.number, amountMinor };
}
