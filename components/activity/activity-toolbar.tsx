import { Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { SearchField } from '@/components/search-field';
import { buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { ActivityFacets } from '@/db/queries/activity';
import { type ActivityFilters, actorKey } from '@/lib/activity-filters';
import { ACTIVITY_KINDS } from '@/lib/activity-kinds';
import { verbName } from '@/lib/activity-words';
import type { ParamChanges, Params } from '@/lib/url';
import { DayRange } from './day-range';

interface ActivityToolbarProps {
  readonly params: Params;
  readonly filters: ActivityFilters;
  readonly facets: ActivityFacets;
  readonly href: (changes: ParamChanges) => Route;
  /** What stands at the right: whether the entries are whole. */
  readonly children: ReactNode;
}

/** Narrows the activity: to what it concerned, who did it, what was done, and when. All of it is in the address. */
export function ActivityToolbar(props: ActivityToolbarProps) {
  const { facets, params, filters, href, children } = props;
  const { actors, verbs } = facets;
  const who = actors.map((actor) => ({
    label: actor.actorName,
    href: href({ actor: actorKey(actor), before: null }),
  }));
  const what = verbs.map((verb) => ({ label: verbName(verb), href: href({ verb, before: null }) }));
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-2 border-b border-border px-6 py-2 max-md:px-4 print:hidden">
      <SearchField
        label="Customer or number"
        path="/activity"
        params={{ ...params, before: undefined, verify: undefined }}
        value={filters.q}
      />
      <div className="flex flex-wrap gap-1">
        <Choice
          label="Kind"
          options={ACTIVITY_KINDS.map(({ kind, label }) => ({ label, href: href({ kind, before: null }) }))}
        />
        <Choice label="Who" options={who} />
        <Choice label="What" options={what.toSorted((a, b) => (a.label < b.label ? -1 : 1))} />
        <DayRange params={params} from={filters.from} to={filters.to} />
      </div>
      <div className="ml-auto text-meta text-muted-foreground">{children}</div>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly label: string; readonly href: Route }[];
}

function Choice({ label, options }: ChoiceProps) {
  return (
    <Popover
      label={label}
      trigger={
        <>
          <Plus aria-hidden />
          {label}
        </>
      }
      triggerClassName={buttonClass({ variant: 'ghost', size: 'sm' })}
      className="max-h-96 w-60 overflow-y-auto"
    >
      <ul>
        {options.map((option) => (
          <li key={option.href}>
            <Link href={option.href} className="nav max-md:h-11">
              {option.label}
            </Link>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
