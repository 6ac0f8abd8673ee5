import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { beneficiaryById } from '@/db/queries/catalogue';
import { customerById } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { isUuid, uuid7 } from '@/lib/uuid';
import { updateBeneficiary } from '../actions';
import { BeneficiaryForm } from '../beneficiary-form';
import { InUse } from './in-use';

export const metadata: Metadata = { title: 'Beneficiary' };

/** Changes a beneficiary, or takes it out of use. */
export default async function BeneficiaryPage({ params }: PageProps<'/beneficiaries/[id]'>) {
  const actor = await requireStaff('books:write');
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const found = await withScope(actor, 'read', async (tx) => {
    const beneficiary = await beneficiaryById(tx, id);
    const customerId = beneficiary?.customerId;
    return beneficiary && { beneficiary, customer: customerId ? await customerById(tx, customerId) : null };
  });
  if (!found) notFound();
  const { beneficiary, customer } = found;
  const { name, isActive } = beneficiary;
  return (
    <Page title={name} parents={[{ label: 'Beneficiaries', href: '/beneficiaries' }]}>
      <PageBody>
        <BeneficiaryForm
          requestId={uuid7()}
          beneficiary={beneficiary}
          customer={customer}
          action={updateBeneficiary}
        />
        <section aria-labelledby="in-use" className="mt-12 max-w-[640px] border-t border-border pt-6">
          <h2 id="in-use" className="text-section">
            {isActive ? 'Take it out of use' : 'Out of use'}
          </h2>
          <p className="mt-1 mb-3 text-muted-foreground">
            New invoices {isActive ? 'would not' : 'do not'} offer it. Posted invoices and those that repeat
            keep it.
          </p>
          <InUse beneficiaryId={id} name={name} isActive={isActive} requestId={uuid7()} />
        </section>
      </PageBody>
    </Page>
  );
}
