import { and, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { ReminderHistory } from '@/lib/domain/reminder-plan';
import { countRows, openMinorAt } from '../expressions';
import { isOneOf } from '../one-of';
import { openItems } from '../schema/open-items';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';

/** How customers were reminded by the close of a day, per currency: these, or all when it is left out who. */
export function reminderHistories(
  tx: Tx,
  on: PlainDate,
  customerIds?: readonly string[],
): Promise<ReminderHistory[]> {
  const unsettled = isUnsettled(on);
  return tx
    .select({
      customerId: reminders.customerId,
      currency: reminders.currency,
      attempts: countRows(unsettled),
      lastOn: sql<PlainDate | null>`max(${reminders.reminderDate})::text`,
      waits: sql<boolean>`coalesce(bool_or(${reminders.sentAt} is null) filter (where ${unsettled}), false)`,
    })
    .from(reminders)
    .where(
      and(
        isNull(reminders.withdrawnAt),
        lte(reminders.reminderDate, on),
        customerIds ? isOneOf(reminders.customerId, customerIds) : undefined,
      ),
    )
    .groupBy(reminders.customerId, reminders.currency)
    .orderBy(reminders.customerId, reminders.currency);
}

/** Of a row of `reminders`, the table by its own name: whether something that it names was still open at the close of a day. */
export function isUnsettled(on: PlainDate): SQL<boolean> {
  return sql<boolean>`exists (select from ${reminderLines} l join ${openItems} on open_items.id = l.item_id
    where l.reminder_id = reminders.id and ${openMinorAt({ asOf: on, knownAt: null })} > 0)`;
}
