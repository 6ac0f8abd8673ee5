import { Building2, LayoutDashboard, ListChecks, ListFilter, Table2 } from 'lucide-react';
import Link from 'next/link';
import { Kbd } from '@/components/ui/kbd';
import type { Actor } from '@/lib/actor';
import { may, type Permission } from '@/lib/permissions';

const PLACES = [
  {
    href: '/dashboard',
    permission: 'books:read',
    icon: LayoutDashboard,
    label: 'Dashboard',
    keys: ['G', 'D'],
    words: 'Ages, cash and how it comes in, arranged your way',
  },
  {
    href: '/explore',
    permission: 'books:read',
    icon: ListFilter,
    label: 'Explore',
    keys: ['G', 'E'],
    words: 'Open invoices by any filter, with every figure',
  },
  {
    href: '/aging',
    permission: 'books:read',
    icon: Table2,
    label: 'Aging report',
    keys: ['G', 'A'],
    words: 'Who owes what, by age, to the cent',
  },
  {
    href: '/worklist',
    permission: 'books:read',
    icon: ListChecks,
    label: 'Worklist',
    keys: ['G', 'W'],
    words: 'Whom to call today, most useful first',
  },
  {
    href: '/customers',
    permission: 'books:read',
    icon: Building2,
    label: 'Customers',
    keys: ['G', 'C'],
    words: 'Balances, open items and history',
  },
] as const satisfies readonly { readonly permission: Permission; readonly [key: string]: unknown }[];

/** Ways to the other views that somebody may open, with their keys. */
export function GoTo({ actor }: { readonly actor: Pick<Actor, 'role'> }) {
  const places = PLACES.filter(({ permission }) => may(actor, permission));
  return (
    <section className="mt-9" aria-labelledby="go-to">
      <h3 id="go-to" className="mb-3 text-section">
        Go to
      </h3>
      <ul className="grid gap-3 md:grid-cols-2 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
        {places.map(({ href, icon: Icon, label, keys, words }) => (
          <li key={href}>
            <Link
              href={href}
              className="block h-full rounded-[10px] border border-border bg-card-2 p-3.5 hover:border-border-strong"
            >
              <span className="flex items-center gap-2 font-medium">
                <Icon aria-hidden className="size-4 text-muted-foreground" />
                {label}
                <span className="ml-auto flex gap-1 max-md:hidden" aria-hidden>
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              </span>
              <span className="mt-1.5 block text-meta text-muted-foreground">{words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
