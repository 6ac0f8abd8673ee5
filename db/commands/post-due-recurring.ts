import type { Actor } from '@/lib/actor';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { insertRows } from '../insert-rows';
import { bookRules, firstOpenDay } from '../queries/book-rules';
import { type DueRecurring, dueRecurring, type RecurringInvoice } from '../queries/recurring-invoices';
import { recurringPeriods } from '../schema/recurring-invoices';
import type { Tx } from '../scope';
import { lockCustomers } from './lock-customers';
import { postInvoice } from './post-invoice';

/** At most so many periods of one rhythm are billed by one call; the next call bills the rest. */
const PERIODS_A_RUN = 24;

/** An invoice that a rhythm posted. */
export interface PostedRecurring {
  readonly recurringId: string;
  readonly periodOn: PlainDate;
  readonly documentId: string;
  readonly number: string;
}

/** Which rhythms are to bill up to which day. */
export interface PostDueRecurring {
  readonly today: PlainDate;
  /** Left out: every rhythm. */
  readonly recurringId?: string;
}

/**
 * Posts what rhythms should have billed by a day and did not, also after days without a run: one invoice a period, dated on its day
 * or on the first open one. However many run at once, no period is billed twice.
 * @throws Refusal as `postInvoice`.
 */
export async function postDueRecurring(
  tx: Tx,
  actor: Actor,
  { today, recurringId }: PostDueRecurring,
): Promise<{ posted: PostedRecurring[]; isComplete: boolean }> {
  const ids = recurringId === undefined ? null : [recurringId];
  const seen = await dueRecurring(tx, { today, ids, most: 1 });
  if (seen.length === 0) return { posted: [], isComplete: true };
  await lockCustomers(
    tx,
    seen.map(({ recurring }) => recurring.customerId),
  );
  // What another run billed while this one waited is only seen by reading again.
  const seenIds = seen.map(({ recurring }) => recurring.id);
  const due = await dueRecurring(tx, { today, ids: seenIds, most: PERIODS_A_RUN + 1 });
  const rules = await bookRules(tx);
  const posted: PostedRecurring[] = [];
  for (const { recurring, periods } of due)
    for (const periodOn of periods.slice(0, PERIODS_A_RUN))
      posted.push(await postPeriod(tx, actor, recurring, { periodOn, on: firstOpenDay(periodOn, rules) }));
  return { posted, isComplete: due.every(isWhole) };
}

function isWhole({ periods }: DueRecurring): boolean {
  return periods.length <= PERIODS_A_RUN;
}

async function postPeriod(
  tx: Tx,
  actor: Actor,
  recurring: RecurringInvoice,
  { periodOn, on }: { readonly periodOn: PlainDate; readonly on: PlainDate },
): Promise<PostedRecurring> {
  const { id: recurringId, customerId, currency, termsDays } = recurring;
  const { documentId, number } = await postInvoice(tx, actor, {
    customerId,
    invoiceDate: on,
    currency,
    lines: recurring.lines,
    source: 'recurring',
    ...(termsDays === null ? {} : { dueDate: addDays(on, termsDays) }),
  });
  await insertRows(tx, recurringPeriods, [{ recurringId, customerId, periodOn, documentId }]);
  return { recurringId, periodOn, documentId, number };
}
