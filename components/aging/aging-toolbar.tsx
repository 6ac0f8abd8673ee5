import { ListFilter } from 'lucide-react';
import type { Route } from 'next';
import { buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { Segmented } from '@/components/ui/segmented';
import type { AgingFilters } from '@/lib/filters';
import { FilterForm } from './filter-form';

interface AgingToolbarProps {
  readonly filters: AgingFilters;
  readonly currencies: readonly string[];
  readonly labels: readonly string[];
  /** The same page with some parameters changed; null takes one out. */
  readonly href: (changes: Readonly<Record<string, string | null>>) => Route;
}

/** What the report is counted by and narrowed to. Every choice is a link, so it can be sent and gone back from. */
export function AgingToolbar({ filters, currencies, labels, href }: AgingToolbarProps) {
  const { basis, lateOnly, currency } = filters;
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-5 gap-y-2 border-b border-border px-6 py-2 max-md:px-4 print:hidden">
      <Choice
        label="Age by"
        options={[
          { label: 'Due date', href: href({ basis: 'due' }), isCurrent: basis === 'due' },
          { label: 'Invoice date', href: href({ basis: 'invoice' }), isCurrent: basis === 'invoice' },
        ]}
      />
      <Choice
        label="Show"
        options={[
          { label: 'All', href: href({ show: null }), isCurrent: !lateOnly },
          { label: 'Late only', href: href({ show: 'late' }), isCurrent: lateOnly },
        ]}
      />
      {currencies.length > 1 && (
        <Choice
          label="Currency"
          options={currencies.map((code) => ({
            label: code,
            href: href({ currency: code, min: null, max: null }),
            isCurrent: code === currency,
          }))}
        />
      )}
      <Popover
        label="Filter"
        trigger={
          <>
            <ListFilter aria-hidden />
            Filter
          </>
        }
        triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' })}
        className="w-80"
      >
        <FilterForm filters={filters} labels={labels} />
      </Popover>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly href: Route; readonly isCurrent: boolean }[];
}

function Choice({ label, options }: ChoiceProps) {
  return (
    <span className="flex items-center gap-2 text-meta text-muted-foreground">
      {label}
      <Segmented label={label} options={options} />
    </span>
  );
}
