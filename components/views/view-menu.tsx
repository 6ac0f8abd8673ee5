import { Bookmark, Check, ChevronDown } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { View } from '@/db/queries/views';
import { route } from '@/lib/url';

interface ViewMenuProps {
  readonly path: string;
  readonly views: readonly View[];
  /** The one whose filters the page has; null for none. */
  readonly current: View | null;
}

/** The kept views of a page: the own, and those that others share. Draws nothing when there is none. */
export function ViewMenu({ path, views, current }: ViewMenuProps) {
  if (views.length === 0) return null;
  const groups = [
    { title: 'Yours', rows: views.filter(({ isOwn }) => isOwn) },
    { title: 'Shared with the business', rows: views.filter(({ isOwn }) => !isOwn) },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <Popover
      label="Views"
      align="end"
      className="max-h-96 w-64"
      triggerClassName={buttonClass({ size: 'sm' }, 'min-w-0 max-md:h-11!')}
      trigger={
        <>
          <Bookmark aria-hidden />
          <span className="max-w-40 truncate">{current?.name ?? 'Views'}</span>
          <ChevronDown aria-hidden className="size-3! text-subtle" />
        </>
      }
    >
      {groups.map(({ title, rows }) => (
        <section key={title} aria-label={title} className="py-1 first:pt-0">
          <h2 className="px-2 py-1 text-meta font-medium text-subtle">{title}</h2>
          <ul>
            {rows.map(({ viewId, name, query }) => (
              <li key={viewId}>
                <Link
                  href={route(query ? `${path}?${query}` : path)}
                  aria-current={viewId === current?.viewId ? 'true' : undefined}
                  className="nav max-md:h-11"
                >
                  <span className="truncate">{name}</span>
                  {viewId === current?.viewId && <Check aria-hidden className="ml-auto" />}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Popover>
  );
}
