import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { organizationFacts } from '@/db/queries/organization';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { uuid7 } from '@/lib/uuid';
import { LockDate } from './lock-date';
import { MoneyForm } from './money-form';

export const metadata: Metadata = { title: 'Settings: money rules' };

/** How far the books are closed, and what may be let go of. */
export default async function MoneyPage() {
  const actor = await requireStaff('organization:manage');
  const facts = await withScope(actor, 'read', organizationFacts);
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="lock"
        title="Lock date"
        words="Close a period once its figures have been reported: they cannot change any more."
      >
        <LockDate lockedOn={facts.lockedOn} today={todayIn(facts.timeZone)} requestId={uuid7()} />
      </SettingsSection>
      <SettingsSection
        id="money"
        title="Small differences and write-offs"
        words="From now on; what is booked stays as it is."
      >
        <MoneyForm facts={facts} requestId={uuid7()} />
      </SettingsSection>
    </SettingsPage>
  );
}
