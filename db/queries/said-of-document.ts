import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { promiseStatus } from '@/lib/domain/promise';
import type { Said, SaidDispute, SaidPromise, SaidReminder } from '@/lib/said-history';
import { disputes } from '../schema/disputes';
import { mails } from '../schema/mails';
import { promises } from '../schema/promises';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';
import { promiseGraceDays, receivedMinor } from './promise-receipts';

/** Of each kind, the first of them. */
const MOST = 100;

/** A document, its customer and its items, by which what was said is found. */
interface Document {
  readonly documentId: string;
  readonly customerId: string;
  readonly items: readonly { readonly itemId: string }[];
}

/** What was asked of a document and answered, as of the close of a day. For staff. */
export async function saidOfDocument(
  tx: Tx,
  document: Document,
  day: { readonly asOf: PlainDate; readonly timeZone: string },
): Promise<Said> {
  return {
    reminders: await remindersOf(tx, document),
    promises: await promisesOf(tx, document, day.asOf),
    disputes: await disputesOf(tx, document, day.timeZone),
  };
}

async function remindersOf(tx: Tx, { items }: Document): Promise<SaidReminder[]> {
  if (items.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([reminders.reminderDate, reminders.id], {
      id: reminders.id,
      on: reminders.reminderDate,
      at: reminders.recordedAt,
      sentAt: reminders.sentAt,
      withdrawnAt: reminders.withdrawnAt,
      to: sql<string | null>`(select string_agg(distinct m.to_address, ', ') from ${mails} m
        where m.reminder_id = ${reminders.id})`,
    })
    .from(reminderLines)
    .innerJoin(reminders, eq(reminders.id, reminderLines.reminderId))
    .where(
      inArray(
        reminderLines.itemId,
        items.map(({ itemId }) => itemId),
      ),
    )
    .orderBy(asc(reminders.reminderDate), asc(reminders.id))
    .limit(MOST);
  return rows.map(({ sentAt, withdrawnAt, at, ...row }) => ({
    ...row,
    at: sentAt ?? at,
    state: withdrawnAt ? 'withdrawn' : sentAt ? 'sent' : 'waiting',
  }));
}

async function promisesOf(
  tx: Tx,
  { customerId, documentId }: Document,
  asOf: PlainDate,
): Promise<SaidPromise[]> {
  const graceDays = await promiseGraceDays(tx);
  const rows = await tx
    .select({
      id: promises.id,
      on: promises.promisedOn,
      at: promises.recordedAt,
      amountMinor: promises.amountMinor,
      receivedMinor: receivedMinor({ asOf, knownAt: null, graceDays }),
      promisedFor: promises.promisedFor,
      note: promises.note,
      isCancelled: sql<boolean>`${promises.cancelledAt} is not null`,
    })
    .from(promises)
    .where(
      and(
        eq(promises.customerId, customerId),
        eq(promises.documentId, documentId),
        lte(promises.promisedOn, asOf),
      ),
    )
    .orderBy(asc(promises.promisedOn), asc(promises.id))
    .limit(MOST);
  return rows.map(({ isCancelled, ...row }) => ({
    ...row,
    status: promiseStatus({ ...row, isCancelled }, asOf, graceDays),
    overOn: addDays(row.promisedFor, graceDays + 1),
  }));
}

async function disputesOf(
  tx: Tx,
  { customerId, documentId }: Document,
  timeZone: string,
): Promise<SaidDispute[]> {
  const rows = await tx
    .select({
      id: disputes.id,
      on: disputes.openedOn,
      at: disputes.recordedAt,
      amountMinor: disputes.amountMinor,
      reason: disputes.reason,
      endedAt: disputes.resolvedAt,
      endedOn: sql<PlainDate | null>`(${disputes.resolvedAt} at time zone ${timeZone})::date::text`,
      resolution: disputes.resolution,
    })
    .from(disputes)
    .where(and(eq(disputes.customerId, customerId), eq(disputes.documentId, documentId)))
    .orderBy(asc(disputes.openedOn), asc(disputes.id))
    .limit(MOST);
  return rows.map(({ endedAt, endedOn, resolution, ...row }) => ({
    ...row,
    end: endedAt && endedOn ? { on: endedOn, at: endedAt, resolution } : null,
  }));
}
