import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { DroppedStrip } from '@/components/dropped-strip';
import { ListToolbar } from '@/components/list-toolbar';
import { TableKeys } from '@/components/table-keys';
import { buttonClass } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import type { CatalogueFilters } from '@/lib/catalogue-filters';
import { type Params, withParams } from '@/lib/url';

interface CatalogueFrameProps {
  readonly path: Route;
  readonly params: Params;
  readonly filters: CatalogueFilters;
  readonly dropped: readonly string[];
  readonly searchLabel: string;
  /** Begins the page that follows; null on the last. */
  readonly nextId: string | null;
  /** The table, or what is said when nothing matches. */
  readonly children: ReactNode;
}

const SHOWS = [
  { show: 'active', label: 'In use' },
  { show: 'inactive', label: 'No longer' },
  { show: 'all', label: 'All' },
];

/** What stands around a list of the catalogue: its search above, its pages below. */
export function CatalogueFrame(props: CatalogueFrameProps) {
  const { path, params, filters, nextId, children } = props;
  return (
    <>
      <DroppedStrip names={props.dropped} />
      <ListToolbar
        path={path}
        params={{ ...params, after: undefined }}
        searchLabel={props.searchLabel}
        q={filters.q}
        shows={SHOWS}
        show={filters.show}
      />
      <TableKeys />
      {children}
      {(nextId || filters.after) && (
        <nav aria-label="Pages" className="flex justify-end gap-2 px-5 py-2.5 max-md:px-4 print:hidden">
          {filters.after && (
            <Link href={withParams(path, params, { after: null })} className={buttonClass({ size: 'sm' })}>
              First page
            </Link>
          )}
          {nextId && (
            <Link
              href={withParams(path, params, { after: nextId })}
              rel="next"
              className={buttonClass({ size: 'sm' })}
            >
              Next page
            </Link>
          )}
        </nav>
      )}
    </>
  );
}

/** The two lists of the catalogue, beside their title. */
export function CatalogueTabs({ current }: { readonly current: '/services' | '/beneficiaries' }) {
  return (
    <Segmented
      label="Catalog"
      options={[
        { label: 'Services', href: '/services', isCurrent: current === '/services' },
        { label: 'Beneficiaries', href: '/beneficiaries', isCurrent: current === '/beneficiaries' },
      ]}
    />
  );
}
