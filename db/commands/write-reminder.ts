import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { daysBetween, type PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf } from '@/lib/domain/money';
import type { PlannedLine } from '@/lib/domain/reminder-plan';
import { Refusal } from '@/lib/refusal';
import { openMinorAt } from '../expressions';
import { BILLED } from '../queries/invoices';
import { lastLevelOf } from '../queries/reminder-candidates';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { insertReminders } from './insert-reminders';
import { lockCustomer } from './lock-customers';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';

/** A reminder that somebody writes, whatever the policy says. */
export interface WriteReminder {
  readonly customerId: string;
  readonly date: PlainDate;
  readonly documentIds: readonly string[];
  readonly feeMinor?: Minor;
  /** Percent a year since each due day, exact decimal as text. */
  readonly interestPercent?: string;
}

/**
 * Notes what is demanded of a customer on a day: these invoices with what they have open then, a fee, and interest since
 * they fell due. Nothing is billed by it: see `chargeReminder`.
 * @throws Refusal `not_found`, `currency_mismatch`, `over_allocation` when none of an invoice is open on that day.
 */
export async function writeReminder(
  tx: Tx,
  actor: Actor,
  { customerId, date, documentIds, ...more }: WriteReminder,
): Promise<{ reminderId: string }> {
  await lockCustomer(tx, customerId);
  await lockLedger(tx);
  const lines = await openLines(tx, { customerId, date, documentIds });
  const [first] = lines;
  if (!first) throw new Refusal('invalid', 'Choose at least one invoice.', 'invoiceIds');
  const { currency } = first;
  if (lines.some((line) => line.currency !== currency))
    throw new Refusal('currency_mismatch', 'One reminder is in one currency.', 'invoiceIds');
  const level = Math.max(...lines.map((line) => line.level));
  const planned = { customerId, currency, level, lines };
  const [reminderId] = await insertReminders(tx, actor, [planned], { on: date, waits: false, ...more });
  if (!reminderId) throw new Error('the reminder was not written');
  await recordActivity(tx, actor, {
    verb: 'reminder_written',
    objectKind: 'reminder',
    objectId: reminderId,
    customerId,
    after: { amountMinor: sumOf(lines.map((line) => line.openMinor)), currency, date },
  });
  return { reminderId };
}

async function openLines(
  tx: Tx,
  { customerId, date, documentIds }: Pick<WriteReminder, 'customerId' | 'date' | 'documentIds'>,
): Promise<PlannedLine[]> {
  const rows = await tx
    .select({
      itemId: openItems.id,
      documentId: openItems.documentId,
      customerId: openItems.customerId,
      currency: openItems.currency,
      dueOn: openItems.dueOn,
      openMinor: openMinorAt({ asOf: date, knownAt: null }),
      lastStep: lastLevelOf(sql`open_items.id`),
    })
    .from(openItems)
    .where(
      and(
        eq(openItems.customerId, customerId),
        inArray(openItems.documentId, [...documentIds]),
        inArray(openItems.kind, BILLED),
        lte(openItems.effectiveOn, date),
      ),
    )
    .orderBy(asc(openItems.dueOn), asc(openItems.id));
  for (const id of documentIds) {
    const items = rows.filter((row) => row.documentId === id);
    if (items.length === 0)
      throw new Refusal('not_found', 'The customer had no such invoice on that day.', 'invoiceIds');
    if (items.every((item) => item.openMinor <= 0))
      throw new Refusal('over_allocation', 'One of the invoices has nothing open on that day.', 'invoiceIds');
  }
  return rows
    .filter((row) => row.openMinor > 0)
    .map((row) => ({
      ...row,
      stoppedBy: null,
      daysPastDue: daysBetween(row.dueOn, date),
      level: row.lastStep + 1,
      step: null,
    }));
}
