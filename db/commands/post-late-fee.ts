import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import { type Minor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { settledInvoices } from '../queries/settled-invoices';
import type { Tx } from '../scope';
import { lockCustomer } from './lock-customers';
import { postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/** A fee that somebody charges by hand. */
export interface PostLateFee {
  /** The invoice that it is charged for, in whose currency it is; or the customer, perhaps for one of its payments. */
  readonly about:
    | { readonly invoiceId: string }
    | { readonly customerId: string; readonly currency: string; readonly documentId?: string };
  readonly amountMinor: Minor;
  /** The fee's day, and the day that it is due. */
  readonly on: PlainDate;
  readonly reason: string;
  readonly source: DocumentSource;
}

/**
 * Charges a late fee: from now on the customer owes it.
 * @throws Refusal `not_found`, `amount_must_be_positive`, `amount_too_large`, `period_locked`, `customer_archived`.
 */
export async function postLateFee(
  tx: Tx,
  actor: Actor,
  input: PostLateFee,
): Promise<{ documentId: string; number: string }> {
  const { about, amountMinor, on, reason, source } = input;
  if (amountMinor <= 0) throw new Refusal('amount_must_be_positive', 'Enter an amount above zero.', 'amount');
  const { customerId, currency, documentId: relatesToId } = await chargedFor(tx, about);
  await lockCustomer(tx, customerId);
  const line = { description: reason, quantity: '1', unitPriceMinor: amountMinor, netMinor: amountMinor };
  const [posted] = await postDocuments(tx, actor, [
    {
      kind: 'late_fee',
      customerId,
      documentDate: on,
      currency,
      instalments: [{ dueOn: on, amountMinor }],
      reason,
      lines: [{ ...line, taxPercent: '0', taxMinor: ZERO }],
      source,
      ...(relatesToId === undefined ? {} : { relatesToId }),
    },
  ]);
  if (!posted) throw new Error('the late fee was not posted');
  const { documentId, number } = posted;
  await recordActivity(tx, actor, {
    verb: 'late_fee_posted',
    objectKind: 'document',
    objectId: documentId,
    customerId,
    after: { number, amountMinor, currency, reason },
  });
  return { documentId, number };
}

async function chargedFor(
  tx: Tx,
  about: PostLateFee['about'],
): Promise<{ customerId: string; currency: string; documentId?: string }> {
  if ('customerId' in about) return about;
  const invoice = (await settledInvoices(tx, [about.invoiceId])).get(about.invoiceId);
  if (!invoice || invoice.amountMinor <= 0)
    throw new Refusal('not_found', 'That invoice does not exist.', 'invoiceId');
  return invoice;
}
