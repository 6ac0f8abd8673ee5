import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { customerById } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { isUuid, uuid7 } from '@/lib/uuid';
import { createBeneficiary } from '../actions';
import { BeneficiaryForm } from '../beneficiary-form';

export const metadata: Metadata = { title: 'New beneficiary' };

/** Adds a beneficiary, of the customer that the address names when it names one. */
export default async function NewBeneficiaryPage({ searchParams }: PageProps<'/beneficiaries/new'>) {
  const actor = await requireStaff('books:write');
  const id = [(await searchParams).customer ?? ''].flat()[0] ?? '';
  const customer = isUuid(id) ? await withScope(actor, 'read', (tx) => customerById(tx, id)) : null;
  return (
    <Page title="New beneficiary" parents={[{ label: 'Beneficiaries', href: '/beneficiaries' }]}>
      <PageBody>
        <BeneficiaryForm requestId={uuid7()} customer={customer} action={createBeneficiary} />
      </PageBody>
    </Page>
  );
}
