import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { organizationFacts } from '@/db/queries/organization';
import { withScope } from '@/db/scope';
import { uuid7 } from '@/lib/uuid';
import { AgesForm } from './ages-form';

export const metadata: Metadata = { title: 'Settings: age groups' };

/** How age is counted and grouped, wherever something is late. */
export default async function AgesPage() {
  const actor = await requireStaff('organization:manage');
  const facts = await withScope(actor, 'read', organizationFacts);
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="ages"
        title="Age groups"
        words="Every report, chart and filter groups by these. A change regroups past days too; nothing that is owed changes."
      >
        <AgesForm facts={facts} requestId={uuid7()} />
      </SettingsSection>
    </SettingsPage>
  );
}
