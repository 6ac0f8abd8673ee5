import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { organizationFacts } from '@/db/queries/organization';
import { withScope } from '@/db/scope';
import { uuid7 } from '@/lib/uuid';
import { ChargesForm } from './charges-form';
import { PaymentTermsForm } from './payment-terms-form';

export const metadata: Metadata = { title: 'Settings: terms and charges' };

/** How long customers have to pay, and what being late costs. */
export default async function TermsPage() {
  const actor = await requireStaff('organization:manage');
  const facts = await withScope(actor, 'read', organizationFacts);
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="payment-terms"
        title="Payment terms"
        words="How long customers have to pay. Each customer can have other terms, and so can each invoice."
      >
        <PaymentTermsForm termsDays={facts.termsDays} requestId={uuid7()} />
      </SettingsSection>
      <SettingsSection
        id="charges"
        title="Charges for being late"
        words="Late fees are posted as documents of their own; the invoices stay as they were."
      >
        <ChargesForm facts={facts} requestId={uuid7()} />
      </SettingsSection>
    </SettingsPage>
  );
}
