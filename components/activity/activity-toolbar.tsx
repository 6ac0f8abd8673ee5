import { Plus } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { ActivityFacets } from '@/db/queries/activity';
import { actorKey } from '@/lib/activity-filters';
import { verbName } from '@/lib/activity-words';
import type { ParamChanges } from '@/lib/url';

interface ActivityToolbarProps {
  readonly facets: ActivityFacets;
  readonly href: (changes: ParamChanges) => Route;
  /** What stands at the right: whether the entries are whole. */
  readonly children: ReactNode;
}

/** Narrows the activity to who did something, or to what was done. Every choice is a link. */
export function ActivityToolbar({ facets: { actors, verbs }, href, children }: ActivityToolbarProps) {
  const who = actors.map((actor) => ({
    label: actor.actorName,
    href: href({ actor: actorKey(actor), before: null }),
  }));
  const what = verbs.map((verb) => ({ label: verbName(verb), href: href({ verb, before: null }) }));
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-2 gap-y-2 border-b border-border px-6 py-2 max-md:px-4 print:hidden">
      <div className="-ml-2.5 flex gap-1">
        <Choice label="Who" options={who} />
        <Choice label="What" options={what.toSorted((a, b) => (a.label < b.label ? -1 : 1))} />
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
