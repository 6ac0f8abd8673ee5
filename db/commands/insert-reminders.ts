import type { Actor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { interestOn } from '@/lib/domain/interest';
import { type Minor, sumOf, ZERO } from '@/lib/domain/money';
import type { PlannedLine, PlannedReminder } from '@/lib/domain/reminder-plan';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../insert-rows';
import { reminderLines, reminders } from '../schema/reminders';
import type { Tx } from '../scope';

/** What reminders are made with. */
interface Making {
  readonly on: PlainDate;
  readonly feeMinor?: Minor;
  /** Percent a year on every line since its due day, exact decimal as text. */
  readonly interestPercent?: string;
  readonly runId?: string;
  /** Whether they wait for somebody to send them. */
  readonly waits: boolean;
}

/** Writes planned reminders into the ledger of what was demanded. Answers their ids in order. Notes no activity. */
export async function insertReminders(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  planned: readonly PlannedReminder[],
  making: Making,
): Promise<string[]> {
  const { on, interestPercent, runId, waits } = making;
  const made = planned.map(({ customerId, currency, level, lines }) => {
    const id = uuid7();
    const rows = lines.map((line) => ({
      reminderId: id,
      customerId,
      currency,
      documentId: line.documentId,
      itemId: line.itemId,
      outstandingMinor: line.openMinor,
      daysPastDue: line.daysPastDue,
      interestMinor: interestPercent ? interestOn(nightsOf(line), interestPercent) : ZERO,
      level: line.level,
      step: line.step,
    }));
    const reminder = {
      id,
      customerId,
      currency,
      level,
      reminderDate: on,
      feeMinor: making.feeMinor ?? ZERO,
      interestMinor: sumOf(rows.map((row) => row.interestMinor)),
      interestPercent: interestPercent ?? null,
      runId: runId ?? null,
      createdBy: actor.userId,
      ...(waits ? { sentAt: null } : {}),
    };
    return { reminder, rows };
  });
  await insertRows(
    tx,
    reminders,
    made.map((each) => each.reminder),
  );
  await insertRows(
    tx,
    reminderLines,
    made.flatMap((each) => each.rows),
  );
  return made.map((each) => each.reminder.id);
}

/** What a line has open, times the nights since it fell due. */
function nightsOf({ openMinor, daysPastDue }: PlannedLine): bigint {
  return BigInt(openMinor) * BigInt(Math.max(0, daysPastDue));
}
