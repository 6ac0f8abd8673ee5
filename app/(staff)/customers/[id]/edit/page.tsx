import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { currencyChoices } from '@/app/(public)/choices';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { ButtonLink } from '@/components/ui/button';
import { customerLabels } from '@/db/queries/customer-labels';
import { customerById } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { route } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { withOwner } from '@/lib/with-owner';
import { updateCustomer } from '../../actions';
import { CustomerForm } from '../../customer-form';
import { ArchiveCustomer } from './archive-customer';

export const metadata: Metadata = { title: 'Edit customer' };

/** Changes the facts of a customer, or archives it. */
export default async function EditCustomerPage({ params }: PageProps<'/customers/[id]/edit'>) {
  const actor = await requireStaff('books:write');
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const { customer, labels } = await withScope(actor, 'read', async (tx) => ({
    customer: await customerById(tx, id),
    labels: await customerLabels(tx),
  }));
  if (!customer) notFound();
  const { name, archivedAt } = customer;
  const href = route(`/customers/${id}`);
  return (
    <Page
      title="Edit"
      parents={[
        { label: 'Customers', href: '/customers' },
        { label: name, href },
      ]}
    >
      <PageBody>
        <CustomerForm
          requestId={uuid7()}
          customer={customer}
          currency={customer.currency}
          termsDays={customer.termsDays}
          currencies={currencyChoices()}
          labels={withOwner(labels, actor.name)}
          action={updateCustomer}
          cancelHref={href}
        />
        {!archivedAt && (
          <section aria-labelledby="merge" className="mt-12 max-w-[640px] border-t border-border pt-6">
            <h2 id="merge" className="text-section">
              Merge
            </h2>
            <p className="mt-1 mb-3 text-muted-foreground">
              When {name} is there twice: what is open goes on at the other one, and the history of both
              stays.
            </p>
            <ButtonLink href={route(`/customers/${id}?dialog=merge`)} className="max-md:h-11">
              Merge {name} into another…
            </ButtonLink>
          </section>
        )}
        <section aria-labelledby="archive" className="mt-12 max-w-[640px] border-t border-border pt-6">
          <h2 id="archive" className="text-section">
            {archivedAt ? 'Archived' : 'Archive'}
          </h2>
          <p className="mt-1 mb-3 text-muted-foreground">
            An archived customer is in no list and no picker. Its history stays, and it can be restored.
          </p>
          <ArchiveCustomer customerId={id} name={name} isArchived={archivedAt !== null} requestId={uuid7()} />
        </section>
      </PageBody>
    </Page>
  );
}
