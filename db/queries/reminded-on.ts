import { and, eq, gte, lt, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { MailState } from '@/lib/mail/states';
import { isOneOf } from '../one-of';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';

/** A reminder that was put into the outbox. */
interface QueuedReminder {
  readonly customerId: string | null;
  readonly state: MailState;
  /** Whether a run put it there: of those there is one a day, taken back or not. */
  readonly isOfRun: boolean;
}

/** The reminders to these customers that were put into the outbox on a day of the business. */
export async function remindersQueuedOn(
  tx: Tx,
  customerIds: readonly string[],
  { on, timeZone }: { readonly on: PlainDate; readonly timeZone: string },
): Promise<QueuedReminder[]> {
  if (customerIds.length === 0) return [];
  const midnight = sql`${on}::date::timestamp at time zone ${timeZone}`;
  const next = sql`(${on}::date + 1)::timestamp at time zone ${timeZone}`;
  return tx
    .select({
      customerId: mails.customerId,
      state: mails.state,
      isOfRun: sql<boolean>`${mails.key} is not null`,
    })
    .from(mails)
    .where(
      and(
        isOneOf(mails.customerId, customerIds),
        gte(mails.createdAt, midnight),
        lt(mails.createdAt, next),
        eq(sql`${mails.params}->>'kind'`, 'reminder'),
      ),
    );
}
