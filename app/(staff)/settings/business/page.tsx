import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { timeZones } from '@/app/(public)/choices';
import { BusinessFacts } from '@/components/settings/business-facts';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { logoFacts } from '@/db/queries/logo';
import { organizationFacts } from '@/db/queries/organization';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { BusinessForm } from './business-form';
import { LogoForm } from './logo-form';

export const metadata: Metadata = { title: 'Settings: business' };

/** Who the business is, and where. A manager reads its facts and rules. */
export default async function BusinessPage() {
  const actor = await requireStaff('books:read');
  const { facts, logo } = await withScope(actor, 'read', async (tx) => ({
    facts: await organizationFacts(tx),
    logo: await logoFacts(tx),
  }));
  const isAdmin = may(actor, 'organization:manage');
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="business"
        title="Business"
        words={isAdmin ? 'Who your customers deal with.' : 'An administrator can change these.'}
      >
        {isAdmin ? (
          <BusinessForm facts={facts} timeZones={timeZones()} requestId={uuid7()} />
        ) : (
          <BusinessFacts facts={facts} />
        )}
      </SettingsSection>
      {isAdmin && (
        <SettingsSection
          id="logo"
          title="Logo"
          words="Before your name on invoices, statements and receipts, in mails, and in the portal of your customers."
        >
          <LogoForm seller={facts.name} logo={logo} requestId={uuid7()} />
        </SettingsSection>
      )}
    </SettingsPage>
  );
}
