import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { currencyChoices } from '@/app/(public)/choices';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { uuid7 } from '@/lib/uuid';
import { createCustomer } from '../actions';
import { CustomerForm } from '../customer-form';

export const metadata: Metadata = { title: 'New customer' };

/** A new customer: a name is enough, the rest can wait. */
export default async function NewCustomerPage() {
  const { org } = await requireStaff('books:write');
  return (
    <Page title="New customer" parents={[{ label: 'Customers', href: '/customers' }]}>
      <PageBody>
        <CustomerForm
          requestId={uuid7()}
          currency={org.currency}
          currencies={currencyChoices()}
          action={createCustomer}
          cancelHref="/customers"
        />
      </PageBody>
    </Page>
  );
}
