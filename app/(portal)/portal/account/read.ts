import 'server-only';
import { notFound } from 'next/navigation';
import { customerBalances } from '@/db/queries/customer-balances';
import { ownFacts } from '@/db/queries/own-facts';
import { ownAccounts, portalPeople } from '@/db/queries/portal-people';
import { secondFactor } from '@/db/queries/second-factor';
import { ownSessions } from '@/db/queries/sessions';
import { withScope } from '@/db/scope';
import type { CustomerActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';

/** What the account page shows; sessions and further accounts only of a person, not of staff who look. */
export async function readAccount(actor: CustomerActor) {
  const { userId, customerId, org } = actor;
  const asOf = todayIn(org.timeZone);
  const rule = { basis: 'due', bounds: org.bounds } as const;
  const own = await withScope(actor, 'read', async (tx) => ({
    facts: await ownFacts(tx),
    balances: await customerBalances(tx, customerId, { asOf, knownAt: null }, rule),
  }));
  const login = await withScope({ kind: 'auth' }, 'read', async (tx) => ({
    people: await portalPeople(tx, { orgId: org.id, customerId }),
    sessions: userId ? await ownSessions(tx, userId) : [],
    accounts: userId ? await ownAccounts(tx, userId) : [],
    hasFactor: userId !== null && (await secondFactor(tx, userId)) !== null,
  }));
  const { facts, balances } = own;
  if (!facts) notFound();
  return { facts, isSettled: balances.length === 0, ...login };
}
