import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { timeZones } from '@/app/(public)/choices';
import { BusinessFacts } from '@/components/settings/business-facts';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { organizationFacts } from '@/db/queries/organization';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { uuid7 } from '@/lib/uuid';
import { BusinessForm } from './business-form';

export const metadata: Metadata = { title: 'Settings: business' };

/** Who the business is, and where. A manager reads its facts and rules. */
export default async function BusinessPage() {
  const actor = await requireStaff('books:read');
  const facts = await withScope(actor, 'read', organizationFacts);
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
    </SettingsPage>
  );
}
