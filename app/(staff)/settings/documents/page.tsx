import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { SettingsPage } from '@/components/settings/settings-page';
import { SettingsSection } from '@/components/settings/settings-section';
import { ButtonLink } from '@/components/ui/button';
import { bankDetails } from '@/db/queries/bank-details';
import { seriesOf } from '@/db/queries/number-series';
import { taxRateList } from '@/db/queries/tax-rates';
import { withScope } from '@/db/scope';
import { uuid7 } from '@/lib/uuid';
import { SERIES_KINDS } from './input';
import { SeriesForm } from './series-form';
import { TaxRates } from './tax-rates';

export const metadata: Metadata = { title: 'Settings: documents and numbers' };

/** The numbers of documents, the taxes on their lines, and where customers pay to. */
export default async function DocumentsPage() {
  const actor = await requireStaff('organization:manage');
  const { series, rates, bank } = await withScope(actor, 'read', async (tx) => ({
    series: await seriesOf(tx, SERIES_KINDS),
    rates: await taxRateList(tx),
    bank: await bankDetails(tx),
  }));
  return (
    <SettingsPage role={actor.role}>
      <SettingsSection
        id="numbers"
        title="Numbers"
        words="Each kind counts for itself, without gaps, and no number is given twice. The first number is yours to choose until it is given; what stands before it can change at any time. Documents keep the numbers they have."
      >
        <div className="divide-y divide-border border-y border-border">
          {series.map((each) => (
            <SeriesForm key={each.kind} series={each} requestId={uuid7()} />
          ))}
        </div>
      </SettingsSection>
      <SettingsSection
        id="taxes"
        title="Taxes"
        words="What the tax field of a line offers. Documents carry the percentage itself: a change here touches none."
      >
        <TaxRates rates={rates} />
      </SettingsSection>
      <SettingsSection
        id="bank"
        title="Payment instructions"
        words="Customers read them in their portal, with a reference of their own."
      >
        {bank && <p className="mb-3 whitespace-pre-line">{bank}</p>}
        <ButtonLink href="/payments/ways" className="self-start max-md:h-11">
          {bank ? 'Change' : 'Say where customers pay to'}
        </ButtonLink>
      </SettingsSection>
    </SettingsPage>
  );
}
