import { recordLookBack } from '@/db/commands/record-look-back';
import { newLookBack } from '@/db/queries/look-back';
import { staleLookBacks } from '@/db/queries/stale-look-backs';
import { organizations } from '@/db/schema/organizations';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { describeError, log } from '@/lib/log';

/** Nobody waits for it, and books of a million invoices are looked through twelve times. */
const WITHIN_MS = 10 * 60_000;

/**
 * Looks back on every organization's forecasts once in its day, a currency at a time.
 * @throws Error when that failed for some; the others were done.
 */
export async function lookBacks(): Promise<void> {
  const all = await withScope({ kind: 'job' }, 'read', (tx) => tx.select().from(organizations));
  let failed = 0;
  for (const org of all)
    try {
      await lookBackOn({ kind: 'staff', role: 'admin', userId: null, name: 'Look back', org });
    } catch (error) {
      failed += 1;
      log('error', 'look_back_failed', { org: org.id, error: describeError(error) });
    }
  if (failed > 0) throw new Error(`The forecasts of ${failed} organizations could not be looked back on.`);
}

/** Looks back on one organization's forecasts in the currencies in which that was not done today. */
export async function lookBackOn(actor: StaffActor): Promise<void> {
  const asOf = todayIn(actor.org.timeZone);
  const currencies = await withScope(actor, 'read', (tx) => staleLookBacks(tx, asOf));
  for (const currency of currencies) {
    const at = { asOf, knownAt: null, currency };
    const found = await withScope(actor, 'read', (tx) => newLookBack(tx, at), WITHIN_MS);
    await withScope(actor, 'write', (tx) => recordLookBack(tx, currency, found));
  }
}
