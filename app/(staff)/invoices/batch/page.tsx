import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { BatchFilterForm } from '@/components/invoices/batch-filter-form';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { MOST_IN_BATCH } from '@/db/commands/post-invoice-batch';
import { beneficiaryCategories, serviceById, serviceList } from '@/db/queries/catalogue';
import { customerLabels } from '@/db/queries/customer-labels';
import { batchCandidates } from '@/db/queries/invoice-batch';
import { withScope } from '@/db/scope';
import { readBatchFilters } from '@/lib/batch-filters';
import { todayIn } from '@/lib/domain/dates';
import { uuid7 } from '@/lib/uuid';
import { BatchForm } from './form';

export const metadata: Metadata = { title: 'Bill many at once' };

/** Services that can be chosen. */
const OFFERED = 200;

/** Bills one service to many customers, or on behalf of many beneficiaries, with one press. What is chosen from is in the URL. */
export default async function BatchPage({ searchParams }: PageProps<'/invoices/batch'>) {
  const actor = await requireStaff('books:write');
  const { filters, dropped } = readBatchFilters(await searchParams);
  const today = todayIn(actor.org.timeZone);
  const found = await withScope(actor, 'read', async (tx) => {
    const service = filters.serviceId === null ? null : await serviceById(tx, filters.serviceId);
    return {
      service: service?.isActive ? service : null,
      services: (await serviceList(tx, { isActive: true }, { limit: OFFERED, after: null })).rows,
      labels: await customerLabels(tx),
      categories: await beneficiaryCategories(tx),
      candidates: service ? await batchCandidates(tx, filters, { today, most: MOST_IN_BATCH + 1 }) : [],
    };
  });
  const { service, services, labels, categories, candidates } = found;
  return (
    <Page title="Bill many at once" parents={[{ label: 'Invoices', href: '/invoices' }]}>
      <DroppedStrip names={dropped} />
      {services.length === 0 ? (
        <EmptyState
          title="No services yet"
          actions={
            <ButtonLink href="/services/new" variant="primary">
              Add the first service
            </ButtonLink>
          }
        >
          What many are billed for at once is a service of the catalogue.
        </EmptyState>
      ) : (
        <>
          <BatchFilterForm filters={filters} services={services} {...labels} categories={categories} />
          {service && candidates.length > 0 && (
            <BatchForm
              key={JSON.stringify(filters)}
              service={service}
              candidates={candidates.slice(0, MOST_IN_BATCH)}
              isCut={candidates.length > MOST_IN_BATCH}
              today={today}
              batchId={uuid7()}
              requestId={uuid7()}
            />
          )}
          {service && candidates.length === 0 && (
            <EmptyState title="Nobody matches">Choose fewer filters.</EmptyState>
          )}
          {!service && (
            <EmptyState title="Choose a service">
              Then choose whom to bill: every price and quantity can be changed before anything is booked.
            </EmptyState>
          )}
        </>
      )}
    </Page>
  );
}
