import { asc, eq } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { toMinor } from '@/lib/domain/money';
import type { MailParams } from '@/lib/mail/params';
import { Refusal } from '@/lib/refusal';
import { receiptParams } from '../queries/receipt-params';
import { reachable } from '../queries/recipients';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { type MailTo, queueMails, undoableUntil } from './queue-mail';
import { recordActivity } from './record-activity';

/** A mail that was put into the outbox, and where it goes. */
interface Sent {
  readonly mailId: string;
  readonly number: string;
  readonly address: string;
}

/**
 * Mails an invoice, its PDF attached, to whoever gets the customer's bills. Again when asked again.
 * @throws Refusal `not_found`, `already_reversed` for a voided one, `invalid` when no mail reaches the customer.
 */
export async function sendInvoice(
  tx: Tx,
  actor: StaffActor,
  { documentId, note }: { readonly documentId: string; readonly note: string },
): Promise<Sent> {
  const [invoice] = await tx
    .select({
      kind: documents.kind,
      number: documents.number,
      customerId: documents.customerId,
      currency: documents.currency,
      amountMinor: documents.amountMinor,
    })
    .from(documents)
    .where(eq(documents.id, documentId));
  if (invoice?.kind !== 'invoice') throw new Refusal('not_found', 'That invoice does not exist.');
  const { number, customerId, currency, amountMinor } = invoice;
  const [reversal] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.reversesId, documentId));
  if (reversal) throw new Refusal('already_reversed', `${number} was voided. It cannot be sent.`);
  const items = await tx
    .select({ dueOn: openItems.dueOn, openMinor: openItems.openMinor })
    .from(openItems)
    .where(eq(openItems.documentId, documentId))
    .orderBy(asc(openItems.dueOn));
  const due = items.find(({ openMinor }) => openMinor > 0) ?? items.at(-1);
  if (!due) throw new Error('an invoice without an item');
  const openMinor = toMinor(items.reduce((sum, item) => sum + item.openMinor, 0));
  return send(tx, actor, {
    documentId,
    customerId,
    params: (customer) => ({
      kind: 'invoice',
      customer,
      number,
      dueOn: due.dueOn,
      currency,
      amountMinor,
      openMinor,
      note,
    }),
  });
}

/**
 * Mails the receipt of a payment, its PDF attached, to whoever gets the customer's bills. Again when asked again.
 * @throws Refusal `not_found`, `already_reversed` for one that was taken back, `invalid` when no mail reaches the customer.
 */
export async function sendReceipt(
  tx: Tx,
  actor: StaffActor,
  { documentId }: { readonly documentId: string },
): Promise<Sent> {
  const found = await receiptParams(tx, documentId, '');
  if (!found) throw new Refusal('not_found', 'That payment does not exist.');
  const { receipt, params } = found;
  const { customerId, number, isReversed } = receipt;
  if (isReversed) throw new Refusal('already_reversed', `${number} was taken back: it has no receipt.`);
  return send(tx, actor, { documentId, customerId, params: (customer) => ({ ...params, customer }) });
}

interface About {
  readonly documentId: string;
  readonly customerId: string;
  /** What the mail says to a customer of that name. */
  readonly params: (customer: string) => Extract<MailParams, { readonly number: string }>;
}

async function send(tx: Tx, actor: StaffActor, { documentId, customerId, params }: About): Promise<Sent> {
  const to: MailTo = await reachable(tx, customerId);
  const said = params(to.name);
  const mail = { to, customerId, documentId, params: said, sendAfter: undoableUntil() };
  const [mailId] = await queueMails(tx, actor, [mail]);
  if (!mailId) throw new Error('the mail was not queued');
  await recordActivity(tx, actor, {
    verb: `${said.kind}_sent`,
    objectKind: 'document',
    objectId: documentId,
    customerId,
    after: { to: to.address, mailId },
  });
  return { mailId, number: said.number, address: to.address };
}
