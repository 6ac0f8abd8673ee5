import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireCustomer } from '@/app/_auth/actor';
import { PortalShell } from '@/components/portal/portal-shell';
import { ownCustomer } from '@/db/queries/customers';
import { logoFacts } from '@/db/queries/logo';
import { withScope } from '@/db/scope';
import { LookingStrip } from './looking-strip';

/** Titles of the portal carry the seller's name, not ours. */
export async function generateMetadata(): Promise<Metadata> {
  const { org } = await requireCustomer();
  return { title: { template: `%s, ${org.name}`, default: org.name } };
}

/** Every page of the portal, only for a customer's person. */
export default async function PortalLayout({ children }: Readonly<{ children: ReactNode }>) {
  const actor = await requireCustomer();
  const { customer, logo } = await withScope(actor, 'read', async (tx) => ({
    customer: await ownCustomer(tx),
    logo: await logoFacts(tx),
  }));
  return (
    <>
      {actor.userId === null && <LookingStrip customer={customer?.name ?? ''} />}
      <PortalShell seller={actor.org.name} logo={logo} customer={customer?.name ?? ''} person={actor.name}>
        {children}
      </PortalShell>
    </>
  );
}
