import { Refusal } from '@/lib/refusal';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** The facts of the business whose books are open, as its settings show them. For staff. */
export type OrganizationFacts = Awaited<ReturnType<typeof organizationFacts>>;

/** Inside a scope there is one organization to see. @throws Refusal `not_found` when it was removed meanwhile. */
export async function organizationFacts(tx: Tx) {
  const [facts] = await tx
    .select({
      id: organizations.id,
      name: organizations.name,
      currency: organizations.currency,
      timeZone: organizations.timeZone,
      agingBasis: organizations.agingBasis,
      bounds: organizations.bounds,
      lockedOn: organizations.lockedOn,
      isSample: organizations.isSample,
      toleranceMinor: organizations.toleranceMinor,
      tolerancePercent: organizations.tolerancePercent,
      writeOffLimitMinor: organizations.writeOffLimitMinor,
      lateFeeMinor: organizations.lateFeeMinor,
      lateFeePercent: organizations.lateFeePercent,
      lateFeeDays: organizations.lateFeeDays,
      interestPercent: organizations.interestPercent,
      exchangeAccount: organizations.exchangeAccount,
      provisionRates: organizations.provisionRates,
      paper: organizations.paper,
      address: organizations.address,
      termsDays: organizations.termsDays,
      requiresSecondFactor: organizations.requiresSecondFactor,
    })
    .from(organizations)
    .limit(1);
  if (!facts) throw new Refusal('not_found', 'These books are not there any more.');
  return facts;
}

/** Days to pay that a new customer of the business gets unless others are agreed with it. */
export async function usualTerms(tx: Tx): Promise<number> {
  const [found] = await tx.select({ termsDays: organizations.termsDays }).from(organizations).limit(1);
  if (!found) throw new Refusal('not_found', 'These books are not there any more.');
  return found.termsDays;
}
