import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { currencyChoices } from '@/app/(public)/choices';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { uuid7 } from '@/lib/uuid';
import { createService } from '../actions';
import { ServiceForm } from '../service-form';

export const metadata: Metadata = { title: 'New service' };

/** Adds something to sell. */
export default async function NewServicePage() {
  const { org } = await requireStaff('books:write');
  return (
    <Page title="New service" parents={[{ label: 'Services', href: '/services' }]}>
      <PageBody>
        <ServiceForm
          requestId={uuid7()}
          currency={org.currency}
          currencies={currencyChoices()}
          action={createService}
        />
      </PageBody>
    </Page>
  );
}
