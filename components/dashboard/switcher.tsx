import { Check, ChevronDown, Pencil, Plus } from 'lucide-react';
import Link from 'next/link';
import { Popover } from '@/components/ui/popover';
import type { Dashboard } from '@/db/queries/dashboards';
import { type Params, withParams } from '@/lib/url';

interface SwitcherProps {
  readonly dashboards: readonly Dashboard[];
  /** The one that is shown; null for the standard one, which nobody has arranged. */
  readonly current: Dashboard | null;
  readonly params: Params;
}

/** What the standard dashboard is called. */
const STANDARD_NAME = 'Standard view';

/** Which dashboard is shown, beside the title, with the ways to the others. */
export function Switcher({ dashboards, current, params }: SwitcherProps) {
  const href = (changes: Readonly<Record<string, string | null>>) =>
    withParams('/dashboard', params, { edit: null, dialog: null, ...changes });
  const groups = [
    { title: 'Yours', rows: dashboards.filter(({ isOwn }) => isOwn) },
    { title: 'Shared with the business', rows: dashboards.filter(({ isOwn }) => !isOwn) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Popover
      label="Dashboards"
      trigger={
        <>
          <span className="truncate">{current?.name ?? STANDARD_NAME}</span>
          <ChevronDown aria-hidden className="size-3 shrink-0" />
        </>
      }
      triggerClassName="btn btn-ghost btn-sm min-w-0 shrink px-2! text-body! font-normal!"
      className="w-64"
    >
      {groups.map(({ title, rows }) => (
        <section key={title} aria-label={title} className="border-b border-border py-1 first:pt-0">
          <h2 className="px-2 py-1 text-meta font-medium text-subtle">{title}</h2>
          <ul>
            {rows.map(({ dashboardId, name }) => (
              <li key={dashboardId}>
                <Link
                  href={href({ d: dashboardId })}
                  aria-current={dashboardId === current?.dashboardId ? 'true' : undefined}
                  className="nav max-md:h-11"
                >
                  <span className="truncate">{name}</span>
                  {dashboardId === current?.dashboardId && <Check aria-hidden className="ml-auto" />}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className="pt-1">
        {current?.isOwn && (
          <Link href={href({ d: current.dashboardId, dialog: 'manage' })} className="nav max-md:h-11">
            <Pencil aria-hidden />
            Rename, share or delete
          </Link>
        )}
        <Link href={href({ dialog: 'new' })} className="nav max-md:h-11">
          <Plus aria-hidden />
          New dashboard
        </Link>
      </div>
    </Popover>
  );
}
