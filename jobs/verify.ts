import { standingInvariants } from '@/db/queries/verify';
import { organizations } from '@/db/schema/organizations';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { describeError, log } from '@/lib/log';

/** Nobody waits for it at night, and a ledger of a million rows is read whole. */
const WITHIN_MS = 10 * 60_000;

/**
 * Checks the books of every organization against the standing invariants and logs one line for each: `verified`,
 * as an error when a row breaks one.
 * @throws Error when some organization could not be checked; the others were.
 */
export async function verify(): Promise<void> {
  const all = await withScope({ kind: 'job' }, 'read', (tx) => tx.select().from(organizations));
  let unchecked = 0;
  for (const org of all) {
    try {
      await verifyOne({ kind: 'staff', role: 'admin', userId: null, name: 'Nightly check', org });
    } catch (error) {
      unchecked += 1;
      log('error', 'verify_failed', { org: org.id, error: describeError(error) });
    }
  }
  if (unchecked > 0) throw new Error(`${unchecked} of ${all.length} organizations could not be verified.`);
}

async function verifyOne(actor: StaffActor): Promise<void> {
  const results = await withScope(actor, 'read', standingInvariants, WITHIN_MS);
  const broken = results.filter((result) => result.broken > 0);
  log(broken.length > 0 ? 'error' : 'info', 'verified', {
    org: actor.org.id,
    checks: results.length,
    broken,
  });
}
