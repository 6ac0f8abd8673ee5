import { and, eq, isNull, sql } from 'drizzle-orm';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';

/** By document of a customer, how often it was named in a reminder that stands; those that never were are left out. */
export async function remindersByDocument(tx: Tx, customerId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({
      documentId: reminderLines.documentId,
      count: sql<number>`count(distinct ${reminders.id})::int`.mapWith(Number),
    })
    .from(reminderLines)
    .innerJoin(reminders, eq(reminders.id, reminderLines.reminderId))
    .where(and(eq(reminderLines.customerId, customerId), isNull(reminders.withdrawnAt)))
    .groupBy(reminderLines.documentId);
  return new Map(rows.map(({ documentId, count }) => [documentId, count]));
}
