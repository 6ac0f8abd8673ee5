import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import type { Rate } from '@/lib/domain/exchange';
import { type Minor, toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import type { Tx } from '../scope';
import { statedRate } from './document-rates';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** What a customer brings along from earlier books. */
export interface PostOpeningBalance {
  readonly customerId: string;
  readonly on: PlainDate;
  /** Left out: the day itself. It may be before that day: the debt is older than these books. */
  readonly dueOn?: PlainDate;
  /** Above 0 the customer owes it, below 0 it is credit of the customer. */
  readonly amountMinor: Minor;
  /** Left out: the customer's currency. */
  readonly currency?: string;
  /** Left out: the next number of the organization's own series. */
  readonly number?: string;
  readonly reason?: string;
  /** Units of the base currency for one of this one; left out: the last rate known on the day. */
  readonly rate?: Rate;
  readonly source: DocumentSource;
}

/**
 * Posts what a customer owed, or had as credit, before these books began.
 * @throws Refusal `not_found`, `amount_must_be_positive` (nothing at all), `duplicate_number`, `period_locked`,
 * `customer_archived`, `amount_too_large`.
 */
export async function postOpeningBalance(
  tx: Tx,
  actor: Actor,
  input: PostOpeningBalance,
): Promise<{ documentId: string; number: string }> {
  const customer = await lockCustomer(tx, input.customerId);
  if (input.amountMinor === 0)
    throw new Refusal('amount_must_be_positive', 'Enter an amount other than zero.', 'amount');
  const kind = input.amountMinor > 0 ? 'opening_debit' : 'opening_credit';
  const currency = input.currency ?? customer.currency;
  const amountMinor = toMinor(Math.abs(input.amountMinor));
  const [posted] = await postDocuments(tx, actor, [
    {
      kind,
      customerId: customer.id,
      documentDate: input.on,
      currency,
      instalments: [{ dueOn: input.dueOn ?? input.on, amountMinor }],
      source: input.source,
      ...(input.number === undefined ? {} : { number: input.number }),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
      ...(input.rate ? { rate: statedRate(input.rate, input.on) } : {}),
    },
  ]);
  if (!posted) throw new Error('the opening balance was not posted');
  const { documentId, number } = posted;
  await recordActivity(tx, actor, {
    verb: `${kind}_posted`,
    objectKind: 'document',
    objectId: documentId,
    customerId: customer.id,
    after: { number, amountMinor, currency, dueOn: input.dueOn ?? input.on },
  });
  return { documentId, number };
}
