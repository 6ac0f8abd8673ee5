import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { CatalogueFrame, CatalogueTabs } from '@/components/catalogue/catalogue-frame';
import { ServiceTable } from '@/components/catalogue/service-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { CATALOGUE_PAGE, serviceById, serviceCount, serviceList } from '@/db/queries/catalogue';
import { withScope } from '@/db/scope';
import { isActiveIn, readCatalogueFilters } from '@/lib/catalogue-filters';
import { may } from '@/lib/permissions';

export const metadata: Metadata = { title: 'Services' };

/** What is sold, by name. All its state is in the URL. */
export default async function ServicesPage({ searchParams }: PageProps<'/services'>) {
  const actor = await requireStaff('books:read');
  const { filters, dropped } = readCatalogueFilters(await searchParams);
  const { q, show, after } = filters;
  const { list, count } = await withScope(actor, 'read', async (tx) => {
    const before = after ? await serviceById(tx, after) : null;
    const filter = { isActive: isActiveIn(show), q };
    const page = await serviceList(tx, filter, { limit: CATALOGUE_PAGE, after: before });
    return { list: page, count: await serviceCount(tx, filter) };
  });
  const mayWrite = may(actor, 'books:write');
  const isNarrowed = q !== '' || show !== 'active';
  return (
    <Page
      title="Services"
      beside={<CatalogueTabs current="/services" />}
      actions={
        mayWrite && (
          <ButtonLink href="/services/new" variant="primary" size="sm">
            <Plus aria-hidden />
            New service
          </ButtonLink>
        )
      }
    >
      <CatalogueFrame
        path="/services"
        filters={filters}
        dropped={dropped}
        noun="service"
        plural="services"
        mayExport={may(actor, 'books:export')}
        shown={list.rows.length}
        count={count}
        nextId={list.next?.id ?? null}
      >
        {list.rows.length > 0 ? (
          <ServiceTable rows={list.rows} count={count} mayWrite={mayWrite} />
        ) : isNarrowed ? (
          <EmptyState
            title="No service matches"
            actions={<ButtonLink href="/services">Show all services</ButtonLink>}
          >
            {q ? `No name here contains “${q}”.` : 'There is none of this kind.'}
          </EmptyState>
        ) : (
          <EmptyState
            title="No services yet"
            actions={
              mayWrite && (
                <ButtonLink href="/services/new" variant="primary">
                  Add the first service
                </ButtonLink>
              )
            }
          >
            A service has a name, a fee and a tax. Choosing it on an invoice fills the line in.
          </EmptyState>
        )}
      </CatalogueFrame>
    </Page>
  );
}
