import { Banknote, Building2, FileUp, Table2 } from 'lucide-react';
import Link from 'next/link';
import { Kbd } from '@/components/ui/kbd';

const PLACES = [
  {
    href: '/aging',
    icon: Table2,
    label: 'Aging report',
    keys: ['G', 'A'],
    words: 'Who owes what, by age. Prints on one page',
  },
  {
    href: '/customers',
    icon: Building2,
    label: 'Customers',
    keys: ['G', 'C'],
    words: 'Balances, open items and history',
  },
  {
    href: '/payments',
    icon: Banknote,
    label: 'Payments',
    keys: ['G', 'P'],
    words: 'What arrived, and what it paid',
  },
  {
    href: '/import',
    icon: FileUp,
    label: 'Import',
    keys: [],
    words: 'Bring customers, invoices and payments from a CSV',
  },
] as const;

/** Ways to the other views, with their keys. */
export function GoTo() {
  return (
    <section className="mt-9" aria-labelledby="go-to">
      <h3 id="go-to" className="mb-3 text-section">
        Go to
      </h3>
      <ul className="grid gap-3 md:grid-cols-2 lg:grid-cols-4">
        {PLACES.map(({ href, icon: Icon, label, keys, words }) => (
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
