import type { Metadata } from 'next';
import { requireCustomer } from '@/app/_auth/actor';
import { Dues } from '@/components/portal/dues';
import { PendingPayments } from '@/components/portal/pending-payments';
import { PortalPage } from '@/components/portal/portal-page';
import { EmptyState } from '@/components/ui/empty-state';
import { claimsByDocument } from '@/db/queries/claims';
import { customerBalances } from '@/db/queries/customer-balances';
import { ownCustomer } from '@/db/queries/customers';
import { openItemRows } from '@/db/queries/open-items';
import { pendingIntents } from '@/db/queries/payment-intents';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';

/** The layout's own page is not covered by its template. */
export async function generateMetadata(): Promise<Metadata> {
  const { org } = await requireCustomer();
  return { title: { absolute: `Due, ${org.name}` } };
}

/** What is owed to the seller and what of it is late, one block per currency. */
export default async function DuePage() {
  const actor = await requireCustomer();
  const { org, customerId } = actor;
  const today = todayIn(org.timeZone);
  const moment = { asOf: today, knownAt: null };
  // What is late is late after its due day, whatever the seller's own report counts from.
  const rule = { basis: 'due', bounds: org.bounds } as const;
  const { customer, balances, items, claims, pending } = await withScope(actor, 'read', async (tx) => ({
    customer: await ownCustomer(tx),
    balances: await customerBalances(tx, customerId, moment, rule),
    items: await openItemRows(tx, moment, rule, { customerId }),
    claims: await claimsByDocument(tx, customerId, { asOf: today, timeZone: org.timeZone }),
    pending: await pendingIntents(tx),
  }));
  const name = customer?.name ?? 'You';
  if (balances.length === 0)
    return (
      <PortalPage>
        <h1 className="sr-only">Due</h1>
        <PendingPayments intents={pending} today={today} />
        <EmptyState title="Nothing is due" tone="good">
          {name} owes {org.name} nothing.
        </EmptyState>
      </PortalPage>
    );
  return (
    <PortalPage width="wide">
      <PendingPayments intents={pending} today={today} />
      {balances.map((balance, i) => (
        <Dues
          key={balance.currency}
          customer={name}
          balance={balance}
          debits={items.filter((item) => item.currency === balance.currency && item.amountMinor > 0)}
          claims={claims}
          bounds={org.bounds}
          today={today}
          isFirst={i === 0}
        />
      ))}
    </PortalPage>
  );
}
