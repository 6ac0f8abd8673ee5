import { and, gt, gte, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { ZERO } from '@/lib/domain/money';
import type { RemindableItem } from '@/lib/domain/reminder-plan';
import type { ReminderPolicy } from '@/lib/domain/reminder-policy';
import { idList, openItemsAt } from '../expressions';
import { isInForce } from '../holds-in-force';
import { disputes } from '../schema/disputes';
import { holds } from '../schema/holds';
import { promises } from '../schema/promises';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import { BILLED } from './invoices';
import { receivedMinor } from './promise-receipts';

/** A day on the organization's calendar. */
interface Day {
  readonly on: PlainDate;
  readonly timeZone: string;
  /** Only the items of these customers; those of all when left out. */
  readonly customerIds?: readonly string[];
}

const RULE = { basis: 'due', bounds: [0] } as const;

/**
 * Everything that is open on a day and late, or so near its due day that a step may come before it: with what it was last
 * reminded by and what stops its reminders. By customer, currency and due day.
 */
export async function remindableItems(
  tx: Tx,
  policy: ReminderPolicy,
  { on, timeZone, customerIds }: Day,
): Promise<RemindableItem[]> {
  const items = openItemsAt({ asOf: on, knownAt: null }, RULE);
  // By name: within a query of its own a bare column would be another table's.
  const mine = sql`items.item_customer_id`;
  const document = sql`items.item_document_id`;
  const isDisputed = sql`exists (select from ${disputes} where disputes.document_id = ${document}
    and disputes.opened_on <= ${on}
    and (disputes.resolved_at is null or (disputes.resolved_at at time zone ${timeZone})::date > ${on}))`;
  const isPromised = sql`exists (select from ${promises} where promises.customer_id = ${mine}
    and coalesce(promises.document_id, ${document}) = ${document} and promises.currency = items.item_currency
    and promises.cancelled_at is null and promises.promised_on <= ${on}
    and promises.promised_for + ${policy.graceDays}::int >= ${on}
    and ${receivedMinor({ asOf: on, knownAt: null, graceDays: policy.graceDays })} < promises.amount_minor)`;
  const isHeld = sql`exists (select from ${holds} where holds.customer_id = ${mine} and holds.kind = 'reminders'
    and coalesce(holds.document_id, ${document}) = ${document}
    and ${isInForce(on)})`;
  const stoppedBy = sql<RemindableItem['stoppedBy']>`case when ${isDisputed} then 'disputed'
    when ${isHeld} then 'held' when ${isPromised} then 'promised' end`;
  return tx
    .select({
      itemId: items.itemId,
      documentId: items.documentId,
      customerId: items.customerId,
      currency: items.currency,
      dueOn: items.dueOn,
      openMinor: items.openMinor,
      lastStep: lastLevelOf(sql`items.item_id`),
      stoppedBy,
    })
    .from(items)
    .where(
      and(
        inArray(items.kind, BILLED),
        gt(items.openMinor, ZERO),
        customerIds ? sql`${mine} = any(${idList(customerIds)})` : undefined,
        gte(items.days, Math.min(1, ...policy.steps)),
      ),
    )
    .orderBy(items.customerId, items.currency, items.dueOn, items.itemId);
}

/** How far an item has come: the highest level of a reminder that stands, or that a run had made. 0 when there was none. */
export function lastLevelOf(itemId: SQLWrapper): SQL<number> {
  return sql<number>`coalesce((select max(l.level) from ${reminderLines} l join ${reminders} r on r.id = l.reminder_id
    where l.item_id = ${itemId} and (r.withdrawn_at is null or l.step is not null)), 0)`.mapWith(Number);
}
