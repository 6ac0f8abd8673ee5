import type { Route } from 'next';
import type { ReactNode } from 'react';
import { SearchField } from '@/components/search-field';
import { Segmented } from '@/components/ui/segmented';
import { type Params, withParams } from '@/lib/url';

interface ListToolbarProps {
  readonly path: Route;
  readonly params: Params;
  /** What the search finds: "Find a customer". */
  readonly searchLabel: string;
  readonly q: string;
  /** What can be shown; the first is shown without a parameter. */
  readonly shows: readonly { readonly show: string; readonly label: string }[];
  readonly show: string;
  /** At the right: further filters, views, files. */
  readonly children?: ReactNode;
}

/** Above a list: a search, and a choice of what to show. Both are in the address. */
export function ListToolbar(props: ListToolbarProps) {
  const { path, params, searchLabel, q, shows, show: current, children } = props;
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-5 py-2 max-md:px-4 print:hidden">
      <SearchField label={searchLabel} path={path} params={params} value={q} />
      <div className="max-md:-mx-4 max-md:w-[calc(100%+32px)] max-md:overflow-x-auto max-md:px-4">
        <Segmented
          label="Show"
          options={shows.map(({ show, label }, i) => ({
            label,
            href: withParams(path, params, { show: i === 0 ? null : show, page: null }),
            isCurrent: show === current,
          }))}
        />
      </div>
      {children && (
        <div className="ml-auto flex flex-wrap items-center gap-2 max-md:[&_.btn]:h-11!">{children}</div>
      )}
    </div>
  );
}
