import type { Actor } from '@/lib/actor';
import { oldestFirst } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { creditFacts, creditsLeft, debitFacts } from '../queries/document-facts';
import { openDebitsAmong } from '../queries/open-debits';
import type { Tx } from '../scope';
import { applyCredit } from './apply-credit';
import { belongsTo } from './payment-parts';

/** "This much of that credit goes to that invoice." */
export interface CreditPart {
  /** A payment or credit memo of the same account. */
  readonly creditId: string;
  /** An invoice, whose instalments are settled oldest due first; or one of its open items. */
  readonly invoiceId: string;
  readonly amountMinor: Minor;
}

/**
 * Applies credit that is on an account as it was said, from a day on. The caller holds the customer's lock. Answers the
 * ids of the applications.
 * @throws Refusal `duplicate_allocation`, `amount_must_be_positive`, `not_found`, `customer_mismatch`, `currency_mismatch`,
 * `already_reversed`, `exceeds_remaining`, `over_allocation`.
 */
export async function applyCreditParts(
  tx: Tx,
  actor: Actor,
  account: { readonly customerId: string; readonly currency: string; readonly on: PlainDate },
  parts: readonly CreditPart[],
): Promise<string[]> {
  if (new Set(parts.map((part) => `${part.creditId} ${part.invoiceId}`)).size < parts.length)
    throw new Refusal(
      'duplicate_allocation',
      'The same credit is listed twice for one invoice. Add the amounts up.',
      'useCredit',
    );
  const ids: string[] = [];
  for (const part of parts) ids.push(...(await applyPart(tx, actor, account, part)));
  return ids;
}

async function applyPart(
  tx: Tx,
  actor: Actor,
  account: { readonly customerId: string; readonly currency: string; readonly on: PlainDate },
  { creditId, invoiceId, amountMinor }: CreditPart,
): Promise<string[]> {
  if (amountMinor <= 0)
    throw new Refusal('amount_must_be_positive', 'Enter an amount above zero for each credit.', 'useCredit');
  const credit = await creditFacts(tx, creditId, 'useCredit');
  if (credit.customerId !== account.customerId)
    throw new Refusal('customer_mismatch', `${credit.number} belongs to another customer.`, 'useCredit');
  if (credit.currency !== account.currency)
    throw new Refusal('currency_mismatch', `${credit.number} is in ${credit.currency}.`, 'useCredit');
  const { number } = await debitFacts(tx, invoiceId, account, 'useCredit');
  const [source] = await creditsLeft(tx, credit);
  if (!source || source.leftMinor < amountMinor)
    throw new Refusal('exceeds_remaining', `${credit.number} has less left than that.`, 'useCredit');
  const open = await openDebitsAmong(tx, { ...account, ids: [invoiceId] });
  const plan = oldestFirst(amountMinor, open.filter(belongsTo(invoiceId)));
  if (plan.unappliedMinor > 0)
    throw new Refusal('over_allocation', `${number} has less open than that. Lower the amount.`, 'useCredit');
  const matches = plan.parts.map((share) => ({
    debitItemId: share.itemId,
    creditItemId: source.creditItemId,
    amountMinor: share.amountMinor,
    notBefore: account.on,
  }));
  return (await applyCredit(tx, actor, matches)).allocationIds;
}
