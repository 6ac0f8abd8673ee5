import { X } from 'lucide-react';
import Link from 'next/link';
import type { Chip } from '@/components/chip-list';
import { formatCount } from '@/lib/format';

interface NoMatchProps {
  /** Each active filter, and how many items there would be without it. */
  readonly ways: readonly (Chip & { readonly count: number })[];
}

/** What stands where rows would: which filter to give up for which rows. */
export function NoMatch({ ways }: NoMatchProps) {
  const all = ways.length === 1 ? 'this filter' : `all ${ways.length} filters`;
  return (
    <section className="mx-auto w-full max-w-[440px] px-6 py-12">
      <h2 className="text-section">No invoices match {all}</h2>
      <p className="mt-1 text-muted-foreground">Removing one would show:</p>
      <ul className="mt-3">
        {ways.map(({ label, value, removeHref, count }) => (
          <li key={label} className="border-t border-border">
            <Link
              href={removeHref}
              scroll={false}
              className="flex min-h-10 items-center gap-2 py-1.5 hover:bg-card-2"
            >
              <X aria-hidden className="size-3.5 shrink-0 text-subtle" />
              <span>
                {label} {value}
              </span>
              <span className={`ml-auto shrink-0 font-medium ${count > 0 ? 'text-primary' : 'text-subtle'}`}>
                {count > 0 ? formatCount(count, 'invoice') : 'still nothing'}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
