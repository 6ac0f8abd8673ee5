import { isNotNull } from 'drizzle-orm';
import { chargeLateFees } from '@/db/commands/charge-late-fees';
import { organizations } from '@/db/schema/organizations';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { describeError, log } from '@/lib/log';

/**
 * Charges the late fee of every organization that has one, by its own calendar. Interest is charged when somebody asks for it.
 * @throws Error when some could not be charged; the others were.
 */
export async function lateFees(): Promise<void> {
  const all = await withScope({ kind: 'job' }, 'read', (tx) =>
    tx.select().from(organizations).where(isNotNull(organizations.lateFeeDays)),
  );
  let failed = 0;
  for (const org of all)
    try {
      await chargeOrganization({ kind: 'staff', role: 'admin', userId: null, name: 'Late fees', org });
    } catch (error) {
      failed += 1;
      log('error', 'late_fees_failed', { org: org.id, error: describeError(error) });
    }
  if (failed > 0) throw new Error(`The late fees of ${failed} organizations could not be charged.`);
}

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
