import { chargeLateFees } from '@/db/commands/charge-late-fees';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';

/**
 * Charges the fees that are due in one organization today; however often, and however many do it at once, each invoice pays one.
 * Answers how many were charged.
 */
export async function chargeOrganization(actor: StaffActor): Promise<number> {
  const on = todayIn(actor.org.timeZone);
  let count = 0;
  for (let isComplete = false; !isComplete; ) {
    const run = await withScope(actor, 'write', (tx) =>
      chargeLateFees(tx, actor, { on, withInterest: false }),
    );
    count += run.charges.length;
    isComplete = run.isComplete;
  }
  return count;
}
