import { postDueRecurring } from '@/db/commands/post-due-recurring';
import { dueRecurring } from '@/db/queries/recurring-invoices';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { describeError, log } from '@/lib/log';
import { Refusal } from '@/lib/refusal';

/**
 * Posts what recurring invoices are due in one organization, by its own calendar: each rhythm by itself, so that one that cannot be
 * billed keeps no other waiting. Answers how many could not be billed.
 */
export async function billOrganization(actor: StaffActor): Promise<number> {
  const today = todayIn(actor.org.timeZone);
  const due = await withScope(actor, 'read', (tx) => dueRecurring(tx, { today, ids: null, most: 1 }));
  let failed = 0;
  for (const {
    recurring: { id: recurringId },
  } of due)
    try {
      for (let isComplete = false; !isComplete; )
        ({ isComplete } = await withScope(actor, 'write', (tx) =>
          postDueRecurring(tx, actor, { today, recurringId }),
        ));
    } catch (error) {
      // It bills by itself what it missed, once the hold is released.
      if (error instanceof Refusal && error.code === 'credit_hold') {
        log('info', 'recurring_on_hold', { org: actor.org.id, recurringId });
        continue;
      }
      failed += 1;
      log('error', 'recurring_failed', { org: actor.org.id, recurringId, error: describeError(error) });
    }
  return failed;
}
