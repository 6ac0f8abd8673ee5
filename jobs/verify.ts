import { standingInvariants } from '@/db/queries/verify';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { log } from '@/lib/log';

/** Nobody waits for it at night, and a ledger of a million rows is read whole. */
const WITHIN_MS = 10 * 60_000;

/**
 * Checks the books of one organization against the standing invariants and logs a line: `verified`, as an error when a row breaks
 * one. Answers how many were checked and how many are broken.
 */
export async function verifyOrganization(actor: StaffActor): Promise<{ checks: number; broken: number }> {
  const results = await withScope(actor, 'read', standingInvariants, WITHIN_MS);
  const broken = results.filter((result) => result.broken > 0);
  log(broken.length > 0 ? 'error' : 'info', 'verified', {
    org: actor.org.id,
    checks: results.length,
    broken,
  });
  return { checks: results.length, broken: broken.length };
}
