import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { currencyChoices } from '@/app/(public)/choices';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { serviceById } from '@/db/queries/catalogue';
import { withScope } from '@/db/scope';
import { isUuid, uuid7 } from '@/lib/uuid';
import { updateService } from '../actions';
import { ServiceForm } from '../service-form';
import { Offering } from './offering';

export const metadata: Metadata = { title: 'Service' };

/** Changes a service, or stops offering it. */
export default async function ServicePage({ params }: PageProps<'/services/[id]'>) {
  const actor = await requireStaff('books:write');
  const { id } = await params;
  const service = isUuid(id) ? await withScope(actor, 'read', (tx) => serviceById(tx, id)) : null;
  if (!service) notFound();
  const { name, isActive } = service;
  return (
    <Page title={name} parents={[{ label: 'Services', href: '/services' }]}>
      <PageBody>
        <ServiceForm
          requestId={uuid7()}
          service={service}
          currency={actor.org.currency}
          currencies={currencyChoices()}
          action={updateService}
        />
        <section aria-labelledby="offering" className="mt-12 max-w-[640px] border-t border-border pt-6">
          <h2 id="offering" className="text-section">
            {isActive ? 'Stop offering it' : 'No longer offered'}
          </h2>
          <p className="mt-1 mb-3 text-muted-foreground">
            {isActive
              ? 'New invoices cannot name it any more. Posted invoices and those that repeat keep it.'
              : 'New invoices do not offer it. Posted invoices and those that repeat keep it.'}
          </p>
          <Offering serviceId={id} name={name} isActive={isActive} requestId={uuid7()} />
        </section>
      </PageBody>
    </Page>
  );
}
