import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Organization } from '@/lib/actor';
import { isBusinessHour, localMoment, morningOf, nextBusinessMorning } from '@/lib/domain/business-hours';
import { daysBetween } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import type { MailParams, RemindedInvoice, ReminderParams } from '@/lib/mail/params';
import { receiptParams } from '../queries/receipt-params';
import { remindableItems } from '../queries/reminder-candidates';
import { reminderPolicy } from '../queries/reminder-policy';
import { documents } from '../schema/documents';
import { addressBlocks } from '../schema/mails';
import { openItems } from '../schema/open-items';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import type { ClaimedMail } from './claim-mail';
import { lockCustomer } from './lock-customers';

/** Whether a mail is still to go: as written now, not any more and why, or not before an instant. */
type Verdict = { readonly params: MailParams } | { readonly cancel: string } | { readonly until: Date };

/**
 * Looks at a mail again in the transaction that sends it. A reminder names what is open now and is not stopped; when none of it
 * is left, it does not go. A receipt says what is applied now. What a run made goes on business days between 9 and 17 h.
 */
export async function weighMail(tx: Tx, org: Organization, mail: ClaimedMail, now: Date): Promise<Verdict> {
  const { params, toAddress } = mail;
  // About a login the person has to hear, wherever earlier mails went.
  if (!ABOUT_LOGINS.has(params.kind) && (await isBlocked(tx, toAddress)))
    return { cancel: 'An earlier mail to this address came back or was complained of.' };
  if (params.kind === 'reminder') return weighReminder(tx, org, { mail, params, now });
  if (mail.documentId !== null && (await isReversed(tx, mail.documentId)))
    return { cancel: 'What it is about was taken back meanwhile.' };
  if (params.kind === 'receipt' && mail.documentId !== null)
    return weighReceipt(tx, mail.documentId, params.customer);
  return { params };
}

/** What was queued says nothing of invoices yet: without its payment there is nothing true to say. */
async function weighReceipt(tx: Tx, documentId: string, customer: string): Promise<Verdict> {
  const found = await receiptParams(tx, documentId, customer);
  if (!found) throw new Error('the payment of a receipt is gone');
  return found;
}

const ABOUT_LOGINS = new Set<MailParams['kind']>([
  'invitation',
  'password_reset',
  'email_change',
  'sign_in_link',
  'account_changed',
]);

async function isBlocked(tx: Tx, address: string): Promise<boolean> {
  const blocks = await tx
    .select({ id: addressBlocks.id })
    .from(addressBlocks)
    .where(and(eq(addressBlocks.address, address.toLowerCase()), isNull(addressBlocks.releasedAt)));
  return blocks.length > 0;
}

async function isReversed(tx: Tx, documentId: string): Promise<boolean> {
  const [reversal] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(eq(documents.reversesId, documentId));
  return reversal !== undefined;
}

interface Weighed {
  readonly mail: ClaimedMail;
  readonly params: ReminderParams;
  readonly now: Date;
}

async function weighReminder(tx: Tx, org: Organization, { mail, params, now }: Weighed): Promise<Verdict> {
  const { customerId } = mail;
  if (!customerId) throw new Error('a reminder without whom it reminds');
  await lockCustomer(tx, customerId);
  const standing = await tx
    .select({ id: reminders.id, runId: reminders.runId })
    .from(reminders)
    .where(and(inArray(reminders.id, [...params.reminderIds]), isNull(reminders.withdrawnAt)));
  if (standing.length === 0) return { cancel: 'The reminder was taken back.' };
  const moment = localMoment(org.timeZone, now);
  const isByItself = standing.some(({ runId }) => runId !== null);
  if (isByItself && !isBusinessHour(moment))
    return { until: morningOf(nextBusinessMorning(moment), org.timeZone) };
  const open = await openOf(
    tx,
    standing.map(({ id }) => id),
  );
  if (open.length === 0) return { cancel: 'Everything that it names was paid meanwhile.' };
  const policy = await reminderPolicy(tx);
  const day = { on: moment.day, timeZone: org.timeZone, customerIds: [customerId] };
  const stopped = new Set(
    isByItself
      ? (await remindableItems(tx, policy, day)).flatMap((item) => (item.stoppedBy ? [item.itemId] : []))
      : [],
  );
  const invoices = open
    .filter((item) => !stopped.has(item.itemId))
    .map(({ itemId: _item, ...invoice }): RemindedInvoice => {
      return { ...invoice, daysPastDue: daysBetween(invoice.dueOn, moment.day) };
    });
  if (invoices.length === 0)
    return { cancel: 'Everything that it names was disputed, promised or put on hold meanwhile.' };
  return { params: { ...params, invoices } };
}

/** What of reminders is open at this moment, by currency and due day. */
function openOf(tx: Tx, reminderIds: readonly string[]) {
  return tx
    .select({
      itemId: openItems.id,
      number: documents.number,
      currency: openItems.currency,
      dueOn: openItems.dueOn,
      openMinor: openItems.openMinor,
    })
    .from(reminderLines)
    .innerJoin(openItems, eq(openItems.id, reminderLines.itemId))
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .where(and(inArray(reminderLines.reminderId, [...reminderIds]), gt(openItems.openMinor, ZERO)))
    .orderBy(asc(openItems.currency), asc(openItems.dueOn), asc(documents.number));
}
