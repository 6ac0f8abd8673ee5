import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { currencyChoices } from '@/app/(public)/choices';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { customerLabels } from '@/db/queries/customer-labels';
import { usualTerms } from '@/db/queries/organization';
import { withScope } from '@/db/scope';
import { uuid7 } from '@/lib/uuid';
import { withOwner } from '@/lib/with-owner';
import { createCustomer } from '../actions';
import { CustomerForm } from '../customer-form';

export const metadata: Metadata = { title: 'New customer' };

/** A new customer: a name is enough, the rest can wait. */
export default async function NewCustomerPage() {
  const actor = await requireStaff('books:write');
  const { org } = actor;
  const { labels, termsDays } = await withScope(actor, 'read', async (tx) => ({
    labels: await customerLabels(tx),
    termsDays: await usualTerms(tx),
  }));
  return (
    <Page title="New customer" parents={[{ label: 'Customers', href: '/customers' }]}>
      <PageBody>
        <CustomerForm
          requestId={uuid7()}
          currency={org.currency}
          termsDays={termsDays}
          currencies={currencyChoices()}
          labels={withOwner(labels, actor.name)}
          action={createCustomer}
          cancelHref="/customers"
        />
      </PageBody>
    </Page>
  );
}
