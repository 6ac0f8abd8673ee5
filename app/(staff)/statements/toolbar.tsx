import type { Route } from 'next';
import { CustomerFilterPanel } from '@/components/customers/customer-filter-panel';
import { KeptParams } from '@/components/filters/kept-params';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import type { StatementFilters } from '@/lib/statement-filters';
import type { ParamChanges, Params } from '@/lib/url';
import { AddCustomer } from '../explore/add-customer';

interface StatementToolbarProps {
  readonly filters: StatementFilters;
  readonly params: Params;
  readonly choices: Parameters<typeof CustomerFilterPanel>[0]['choices'];
  readonly count: number;
  readonly href: (changes: ParamChanges) => Route;
}

/** Which statements, of which days, of whom. Every choice is in the address. */
export function StatementToolbar({ filters, params, choices, count, href }: StatementToolbarProps) {
  const { kind, from, to, who } = filters;
  const isActivity = kind === 'activity';
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-5 py-2 max-md:px-4 print:hidden">
      <Segmented
        label="Kind"
        options={[
          { label: 'Open items', href: href({ kind: null, from: null }), isCurrent: !isActivity },
          { label: 'Activity', href: href({ kind: 'activity', from }), isCurrent: isActivity },
        ]}
      />
      <form
        action="/statements"
        className="flex flex-wrap items-center gap-2 max-md:w-full"
        key={`${kind} ${from} ${to}`}
      >
        <KeptParams params={params} except={['from', 'to']} />
        {isActivity && (
          <Input
            size="sm"
            type="date"
            name="from"
            aria-label="From"
            defaultValue={from}
            className="w-36! max-md:min-w-40 max-md:flex-[9]"
          />
        )}
        <Input
          size="sm"
          type="date"
          name="to"
          aria-label={isActivity ? 'Up to' : 'As of'}
          defaultValue={to}
          className="w-36! max-md:min-w-40 max-md:flex-[9]"
        />
        <Button type="submit" size="sm" className="max-md:h-11 max-md:grow">
          Show
        </Button>
      </form>
      <div className="ml-auto flex flex-wrap items-center gap-2 max-md:w-full">
        <form action="/statements" className="w-56 max-md:w-auto max-md:flex-1" key={who.customerIds.join()}>
          <KeptParams params={params} except={[]} />
          <AddCustomer count={count} />
        </form>
        <CustomerFilterPanel
          key={href({})}
          path="/statements"
          filters={who}
          choices={choices}
          params={params}
        />
      </div>
    </div>
  );
}
