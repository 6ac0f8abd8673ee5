import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { openOfAccount } from '../queries/open-of-account';
import { openOfDocument } from '../queries/open-of-document';
import { promises } from '../schema/promises';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { recordActivity } from './record-activity';

/** What somebody said they would pay. */
export interface RecordPromise {
  readonly customerId: string;
  /** The invoice promised; left out when the promise is for the account. */
  readonly documentId?: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  /** The day by which the money is to arrive. */
  readonly promisedFor: PlainDate;
  /** The day on which it was said. */
  readonly promisedOn: PlainDate;
  readonly note?: string;
}

/**
 * Notes a promise to pay. Reminders of what it is about wait for it.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `over_allocation` (more than the invoice, or the account, has open),
 * `currency_mismatch`, `invalid` (for a day before it was given).
 */
export async function recordPromise(
  tx: Tx,
  actor: Actor,
  input: RecordPromise,
): Promise<{ promiseId: string }> {
  const { customerId, documentId, currency, amountMinor, promisedFor, promisedOn } = input;
  await lockCustomer(tx, customerId);
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  if (promisedFor < promisedOn)
    throw new Refusal('invalid', 'A promise is for the day it is given, or a later one.', 'promisedFor');
  const invoice = documentId ? await openOfDocument(tx, { customerId, documentId }) : null;
  if (invoice && invoice.currency !== currency)
    throw new Refusal('currency_mismatch', `The invoice is in ${invoice.currency}.`, 'currency');
  if (amountMinor > (invoice?.openMinor ?? (await openOfAccount(tx, { customerId, currency }))))
    throw new Refusal('over_allocation', 'That is more than is open. Promise less.', 'amount');
  const id = uuid7();
  await tx.insert(promises).values({ id, ...input, createdBy: actor.userId });
  const number = invoice?.number;
  await recordActivity(tx, actor, {
    verb: 'promise_recorded',
    objectKind: 'promise',
    objectId: id,
    customerId,
    after: { number, amountMinor, currency, promisedFor },
  });
  return { promiseId: id };
}
