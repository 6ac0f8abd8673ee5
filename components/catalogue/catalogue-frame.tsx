import type { Route } from 'next';
import type { ReactNode } from 'react';
import type { Chip } from '@/components/chip-list';
import { ExportMenu } from '@/components/explore/export-menu';
import { ListFrame } from '@/components/list-frame';
import { Segmented } from '@/components/ui/segmented';
import { type CatalogueFilters, catalogueParams } from '@/lib/catalogue-filters';
import { formatCount } from '@/lib/format';
import { withParams } from '@/lib/url';

interface CatalogueFrameProps {
  readonly path: Route;
  readonly filters: CatalogueFilters;
  readonly dropped: readonly string[];
  readonly noun: 'service' | 'beneficiary';
  readonly plural: 'services' | 'beneficiaries';
  readonly chips?: readonly Chip[];
  /** Whether the list may be taken away. */
  readonly mayExport: boolean;
  readonly shown: number;
  /** All that match, on all pages. */
  readonly count: number;
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
  const { path, filters, noun, plural, chips = [], mayExport, count } = props;
  const params = catalogueParams(filters);
  return (
    <ListFrame
      path={path}
      params={params}
      dropped={props.dropped}
      searchLabel={`Find a ${noun}`}
      q={filters.q}
      shows={SHOWS}
      show={filters.show}
      chips={chips}
      tools={
        mayExport &&
        count > 0 && (
          <ExportMenu
            files={[
              {
                label: `CSV, these ${plural}`,
                holds: formatCount(count, 'row'),
                href: withParams(`/exports/${plural}`, params, {}),
              },
            ]}
          />
        )
      }
      noun={noun}
      plural={plural}
      shown={props.shown}
      count={count}
      isFirst={filters.after === null}
      next={props.nextId}
    >
      {props.children}
    </ListFrame>
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
