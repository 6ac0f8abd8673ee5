import { Columns3, ListFilter, SlidersHorizontal } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { Segmented } from '@/components/ui/segmented';
import type { AgingFilters } from '@/lib/filters';
import type { Href } from './aging-table';

interface AgingToolbarProps {
  readonly filters: AgingFilters;
  readonly currencies: readonly string[];
  readonly href: Href;
  /** Shows the items of the first lines, and folds all; null where lines do not unfold. */
  readonly unfold: { readonly all: readonly string[]; readonly isAnyOpen: boolean } | null;
  /** What opens under Filter, Options and Columns. */
  readonly filterForm: ReactNode;
  readonly options: ReactNode;
  readonly columnsForm: ReactNode;
}

const GROUPS = [
  ['customer', 'Customer'],
  ['parent', 'Family'],
  ['owner', 'Owner'],
  ['tag', 'Tag'],
  ['item', 'None'],
] as const;

/** What the report is counted by and narrowed to. Every choice is a link, so it can be sent and gone back from. */
export function AgingToolbar({ filters, currencies, href, unfold, ...panels }: AgingToolbarProps) {
  const { basis, lateOnly, currency, groupBy } = filters;
  const regroup = (group: string) =>
    href({ group: group === 'customer' ? null : group, sort: null, dir: null, open: null, page: null });
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-6 py-2 max-md:px-4 print:hidden">
      <Choice
        label="Age by"
        options={[
          { label: 'Due date', href: href({ basis: 'due' }), isCurrent: basis === 'due' },
          { label: 'Invoice date', href: href({ basis: 'invoice' }), isCurrent: basis === 'invoice' },
        ]}
      />
      <Choice
        label="Group by"
        options={GROUPS.map(([group, label]) => ({
          label,
          href: regroup(group),
          isCurrent: groupBy === group,
        }))}
      />
      <Segmented
        label="Show"
        options={[
          { label: 'All', href: href({ show: null, page: null }), isCurrent: !lateOnly },
          { label: 'Late only', href: href({ show: 'late', page: null }), isCurrent: lateOnly },
        ]}
      />
      {currencies.length > 1 && (
        <Segmented
          label="Currency"
          options={currencies.map((code) => ({
            label: code,
            href: href({ currency: code, min: null, max: null, page: null }),
            isCurrent: code === currency,
          }))}
        />
      )}
      <span className="flex items-center gap-1">
        <Panel icon={<ListFilter aria-hidden />} label="Filter" className="w-80">
          {panels.filterForm}
        </Panel>
        <Panel icon={<SlidersHorizontal aria-hidden />} label="Options" className="w-96">
          {panels.options}
        </Panel>
        <Panel icon={<Columns3 aria-hidden />} label="Columns" className="w-64">
          {panels.columnsForm}
        </Panel>
      </span>
      {unfold && unfold.all.length > 0 && (
        <Link
          href={href({ open: unfold.isAnyOpen ? null : unfold.all })}
          scroll={false}
          prefetch={false}
          className="link ml-auto text-meta"
        >
          {unfold.isAnyOpen
            ? 'Fold all'
            : `Unfold ${unfold.all.length === 1 ? 'it' : `${unfold.all.length}`}`}
        </Link>
      )}
    </div>
  );
}

interface PanelProps {
  readonly icon: ReactNode;
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

function Panel({ icon, label, className, children }: PanelProps) {
  return (
    <Popover
      label={label}
      trigger={
        <>
          {icon}
          {label}
        </>
      }
      triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' })}
      className={className}
    >
      {children}
    </Popover>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly href: Route; readonly isCurrent: boolean }[];
}

function Choice({ label, options }: ChoiceProps) {
  return (
    <span className="flex max-w-full items-center gap-2 overflow-x-auto text-meta whitespace-nowrap text-muted-foreground">
      {label}
      <Segmented label={label} options={options} />
    </span>
  );
}
