import { and, asc, eq, gt, inArray, lt } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { daysBetween, type PlainDate } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import type { RemindedInvoice, ReminderParams } from '@/lib/mail/params';
import { Refusal } from '@/lib/refusal';
import { BILLED } from '../queries/invoices';
import { reachable } from '../queries/recipients';
import { remindableItems } from '../queries/reminder-candidates';
import { reminderPolicy } from '../queries/reminder-policy';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { type MailTo, queueMails, undoableUntil } from './queue-mail';
import { recordActivity } from './record-activity';
import { writeReminder } from './write-reminder';

/** Whom somebody reminds, of what, and with which words of their own. */
export interface RemindByHand {
  readonly customerId: string;
  /** None: of everything that is late and neither disputed, promised nor on hold. */
  readonly documentIds: readonly string[];
  readonly note: string;
  readonly on: PlainDate;
}

/** A reminder as it would go out now. */
export interface DraftReminder {
  readonly to: MailTo;
  readonly params: ReminderParams;
  /** The documents that it names, by currency. */
  readonly documentIds: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reminds a customer because somebody wants to, whatever the policy says: goes out after half a minute, in which it can be taken back.
 * @throws Refusal `not_found`, `invalid` when nothing is late or no mail reaches the customer.
 */
export async function remindByHand(
  tx: Tx,
  actor: StaffActor,
  input: RemindByHand,
): Promise<{ mailId: string; address: string }> {
  const { customerId, on } = input;
  const { to, params, documentIds } = await draftReminder(tx, actor, input);
  const reminderIds: string[] = [];
  for (const mine of documentIds.values()) {
    const { reminderId } = await writeReminder(tx, actor, { customerId, date: on, documentIds: mine });
    reminderIds.push(reminderId);
  }
  const [mailId] = await queueMails(tx, actor, [
    {
      to,
      customerId,
      ...(reminderIds[0] ? { reminderId: reminderIds[0] } : {}),
      params: { ...params, reminderIds },
      sendAfter: undoableUntil(),
    },
  ]);
  if (!mailId) throw new Error('the reminder was not queued');
  await recordActivity(tx, actor, {
    verb: 'mail_queued',
    objectKind: 'mail',
    objectId: mailId,
    customerId,
    after: { kind: 'reminder', to: to.address },
  });
  return { mailId, address: to.address };
}

/** What such a reminder would say now; changes nothing. @throws as `remindByHand`. */
export async function draftReminder(
  tx: Tx,
  { org }: Pick<StaffActor, 'org'>,
  { customerId, documentIds, note, on }: RemindByHand,
): Promise<DraftReminder> {
  const { cc: _bills, ...to } = await reachable(tx, customerId);
  const open = await openOf(tx, { customerId, documentIds, on });
  if (open.length === 0)
    throw new Refusal(
      'invalid',
      documentIds.length > 0 ? 'Nothing of that is open.' : 'Nothing is late here.',
    );
  // Chosen invoices are reminded of whatever was said of them; of everything late, what a run would leave alone is left out.
  const stopped = documentIds.length > 0 ? NONE : await stoppedItems(tx, org, { customerId, on });
  const rows = open.filter(({ itemId }) => !stopped.has(itemId));
  if (rows.length === 0)
    throw new Refusal(
      'invalid',
      'Everything late here is disputed, promised or on hold. Open an invoice to remind of it all the same.',
    );
  const invoices = rows.map(({ documentId: _document, itemId: _item, ...row }): RemindedInvoice => {
    return { ...row, daysPastDue: daysBetween(row.dueOn, on) };
  });
  const stage = invoices.every(({ daysPastDue }) => daysPastDue <= 0) ? 'before' : 'again';
  const currencies = [...new Set(rows.map(({ currency }) => currency))];
  return {
    to,
    params: { kind: 'reminder', customer: to.name, reminderIds: [], stage, invoices, note },
    documentIds: new Map(
      currencies.map((currency) => [
        currency,
        [...new Set(rows.flatMap((row) => (row.currency === currency ? row.documentId : [])))],
      ]),
    ),
  };
}

const NONE: ReadonlySet<string> = new Set();

async function stoppedItems(
  tx: Tx,
  { timeZone }: StaffActor['org'],
  { customerId, on }: Pick<RemindByHand, 'customerId' | 'on'>,
): Promise<ReadonlySet<string>> {
  const items = await remindableItems(tx, await reminderPolicy(tx), {
    on,
    timeZone,
    customerIds: [customerId],
  });
  return new Set(items.flatMap((item) => (item.stoppedBy ? item.itemId : [])));
}

function openOf(tx: Tx, { customerId, documentIds, on }: Omit<RemindByHand, 'note'>) {
  return tx
    .select({
      itemId: openItems.id,
      documentId: openItems.documentId,
      number: documents.number,
      currency: openItems.currency,
      dueOn: openItems.dueOn,
      openMinor: openItems.openMinor,
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .where(
      and(
        eq(openItems.customerId, customerId),
        inArray(openItems.kind, BILLED),
        gt(openItems.openMinor, ZERO),
        documentIds.length > 0 ? inArray(openItems.documentId, [...documentIds]) : lt(openItems.dueOn, on),
      ),
    )
    .orderBy(asc(openItems.currency), asc(openItems.dueOn), asc(documents.number));
}
