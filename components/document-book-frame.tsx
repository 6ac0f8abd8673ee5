import type { Route } from 'next';
import type { ReactNode } from 'react';
import { FilterChips } from '@/components/aging/filter-chips';
import type { Chip } from '@/components/chip-list';
import { DroppedStrip } from '@/components/dropped-strip';
import { ListToolbar } from '@/components/list-toolbar';
import { TableKeys } from '@/components/table-keys';
import { Pager } from '@/components/ui/pager';
import type { DocumentFilters } from '@/lib/document-filters';
import { type Params, withParams } from '@/lib/url';

interface DocumentBookFrameProps {
  readonly path: Route;
  readonly params: Params;
  readonly filters: DocumentFilters<string>;
  /** Names of parameters that could not be read. */
  readonly dropped: readonly string[];
  readonly searchLabel: string;
  readonly shows: readonly { readonly show: string; readonly label: string }[];
  /** At the end of the toolbar: further filters, kept views. */
  readonly tools: ReactNode;
  /** Every active filter that the toolbar does not show. */
  readonly chips: readonly Chip[];
  readonly clearHref: Route;
  /** Documents on all pages. */
  readonly count: number;
  readonly pageSize: number;
  /** The table, or what is said when nothing matches. */
  readonly children: ReactNode;
}

/** What stands around a list of documents: its search and filters above, its pages below. */
export function DocumentBookFrame(props: DocumentBookFrameProps) {
  const { path, params, filters, count, children } = props;
  return (
    <>
      <DroppedStrip names={props.dropped} />
      <ListToolbar
        path={path}
        params={params}
        searchLabel={props.searchLabel}
        q={filters.q}
        shows={props.shows}
        show={filters.show}
      >
        {props.tools}
      </ListToolbar>
      <FilterChips chips={props.chips} clearHref={props.clearHref} />
      {count > 0 && <TableKeys />}
      {children}
      <Pager
        page={filters.page}
        pageSize={props.pageSize}
        total={count}
        hrefOf={(page) => withParams(path, params, { page: page === 1 ? null : page })}
      />
    </>
  );
}
