import { and, asc, desc, eq, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, sumOf } from '@/lib/domain/money';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import { isUnsettled } from './reminder-histories';

/** What has become of a reminder: taken back, or all that it names is settled, or not yet. */
type ReminderStatus = 'withdrawn' | 'resolved' | 'unresolved';

/** An item that a reminder names, as it stood on the day of the reminder. */
interface ReminderLine {
  readonly itemId: string;
  readonly documentId: string;
  readonly number: string;
  readonly dueOn: PlainDate;
  readonly outstandingMinor: Minor;
  readonly daysPastDue: number;
  readonly interestMinor: Minor;
  readonly level: number;
}

/** What was demanded of a customer on a day. */
export interface Reminder {
  readonly reminderId: string;
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  readonly reminderDate: PlainDate;
  readonly level: number;
  /** What its lines had open, together. */
  readonly outstandingMinor: Minor;
  readonly feeMinor: Minor;
  readonly interestMinor: Minor;
  readonly interestPercent: string | null;
  readonly runId: string | null;
  readonly sentAt: Date | null;
  readonly chargeDocumentId: string | null;
  readonly status: ReminderStatus;
  /** By due day. */
  readonly lines: readonly ReminderLine[];
}

/** Which reminders are meant; all when nothing is given. */
export interface ReminderFilter {
  readonly reminderId?: string | undefined;
  readonly customerId?: string | undefined;
  /** Of one open item of this document. */
  readonly documentId?: string | undefined;
}

/** Where a page begins: after the reminder of this day and id. */
export interface ReminderCursor {
  readonly reminderDate: PlainDate;
  readonly id: string;
}

/** Reminders, newest first, one page; their status as of the close of a day. `next` begins the page that follows. */
export async function reminderList(
  tx: Tx,
  asOf: PlainDate,
  filter: ReminderFilter,
  { limit, after }: { readonly limit: number; readonly after: ReminderCursor | null },
): Promise<{ rows: Reminder[]; next: ReminderCursor | null }> {
  const status = sql<ReminderStatus>`case when ${reminders.withdrawnAt} is not null then 'withdrawn'
    when ${isUnsettled(asOf)} then 'unresolved' else 'resolved' end`;
  const found = await tx
    .select({
      reminderId: reminders.id,
      customerId: reminders.customerId,
      customer: customers.name,
      currency: reminders.currency,
      reminderDate: reminders.reminderDate,
      level: reminders.level,
      feeMinor: reminders.feeMinor,
      interestMinor: reminders.interestMinor,
      interestPercent: reminders.interestPercent,
      runId: reminders.runId,
      sentAt: reminders.sentAt,
      chargeDocumentId: reminders.chargeDocumentId,
      status,
    })
    .from(reminders)
    .innerJoin(customers, eq(customers.id, reminders.customerId))
    .where(and(...conditions(filter), isAfter(after)))
    .orderBy(desc(reminders.reminderDate), desc(reminders.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  const lines = await linesOf(
    tx,
    shown.map((row) => row.reminderId),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => {
      const mine = lines.filter((line) => line.reminderId === row.reminderId);
      return { ...row, outstandingMinor: sumOf(mine.map((line) => line.outstandingMinor)), lines: mine };
    }),
    next: found.length > limit && last ? { reminderDate: last.reminderDate, id: last.reminderId } : null,
  };
}

function conditions({ reminderId, customerId, documentId }: ReminderFilter): (SQL | undefined)[] {
  return [
    reminderId ? eq(reminders.id, reminderId) : undefined,
    customerId ? eq(reminders.customerId, customerId) : undefined,
    documentId
      ? sql`exists (select from ${reminderLines} l where l.reminder_id = reminders.id and l.document_id = ${documentId})`
      : undefined,
  ];
}

function isAfter(cursor: ReminderCursor | null): SQL | undefined {
  if (!cursor) return undefined;
  return or(
    lt(reminders.reminderDate, cursor.reminderDate),
    and(eq(reminders.reminderDate, cursor.reminderDate), lt(reminders.id, cursor.id)),
  );
}

function linesOf(tx: Tx, reminderIds: readonly string[]) {
  return tx
    .select({
      reminderId: reminderLines.reminderId,
      itemId: reminderLines.itemId,
      documentId: reminderLines.documentId,
      number: documents.number,
      dueOn: openItems.dueOn,
      outstandingMinor: reminderLines.outstandingMinor,
      daysPastDue: reminderLines.daysPastDue,
      interestMinor: reminderLines.interestMinor,
      level: reminderLines.level,
    })
    .from(reminderLines)
    .innerJoin(openItems, eq(openItems.id, reminderLines.itemId))
    .innerJoin(documents, eq(documents.id, reminderLines.documentId))
    .where(inArray(reminderLines.reminderId, [...reminderIds]))
    .orderBy(asc(openItems.dueOn), asc(documents.number), asc(reminderLines.itemId));
}
