import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { BeneficiaryTable } from '@/components/catalogue/beneficiary-table';
import { CatalogueFrame, CatalogueTabs } from '@/components/catalogue/catalogue-frame';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { beneficiaryById, beneficiaryCount, beneficiaryList, CATALOGUE_PAGE } from '@/db/queries/catalogue';
import { customerNames } from '@/db/queries/customer-names';
import { withScope } from '@/db/scope';
import { catalogueParams, isActiveIn, readCatalogueFilters } from '@/lib/catalogue-filters';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Beneficiaries' };

/** On whose behalf services are given, by name. All its state is in the URL. */
export default async function BeneficiariesPage({ searchParams }: PageProps<'/beneficiaries'>) {
  const actor = await requireStaff('books:read');
  const { filters, dropped } = readCatalogueFilters(await searchParams);
  const { q, show, customerId, after } = filters;
  const { list, count, names } = await withScope(actor, 'read', async (tx) => {
    const before = after ? await beneficiaryById(tx, after) : null;
    const narrowed = { isActive: isActiveIn(show), q, customerId: customerId ?? undefined };
    const page = await beneficiaryList(tx, narrowed, { limit: CATALOGUE_PAGE, after: before });
    const ids = [customerId ?? [], page.rows.flatMap((row) => row.customerId ?? [])].flat();
    return {
      list: page,
      count: await beneficiaryCount(tx, narrowed),
      names: await customerNames(tx, [...new Set(ids)]),
    };
  });
  const mayWrite = may(actor, 'books:write');
  const isNarrowed = q !== '' || show !== 'active' || customerId !== null;
  const everybody = withParams('/beneficiaries', catalogueParams(filters), { customer: null });
  return (
    <Page
      title="Beneficiaries"
      beside={<CatalogueTabs current="/beneficiaries" />}
      actions={
        mayWrite && (
          <ButtonLink href="/beneficiaries/new" variant="primary" size="sm">
            <Plus aria-hidden />
            New beneficiary
          </ButtonLink>
        )
      }
    >
      <CatalogueFrame
        path="/beneficiaries"
        filters={filters}
        dropped={dropped}
        noun="beneficiary"
        plural="beneficiaries"
        chips={
          customerId
            ? [{ label: 'Customer', value: names.get(customerId) ?? 'one only', removeHref: everybody }]
            : []
        }
        mayExport={may(actor, 'books:export')}
        shown={list.rows.length}
        count={count}
        nextId={list.next?.id ?? null}
      >
        {list.rows.length > 0 ? (
          <BeneficiaryTable rows={list.rows} count={count} customers={names} mayWrite={mayWrite} />
        ) : (
          <EmptyState
            title={isNarrowed ? 'No beneficiary matches' : 'No beneficiaries yet'}
            actions={isNarrowed && <ButtonLink href="/beneficiaries">Show all beneficiaries</ButtonLink>}
          >
            {isNarrowed
              ? 'There is none of this kind.'
              : 'A pupil, a site, a vehicle: on whose behalf something is billed. A line of an invoice can name one.'}
          </EmptyState>
        )}
      </CatalogueFrame>
    </Page>
  );
}
