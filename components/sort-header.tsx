import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

interface SortHeaderProps {
  readonly label: ReactNode;
  /** Whether the table is sorted by this column, and which way; null when by another. */
  readonly direction: 'asc' | 'desc' | null;
  /** The same page sorted by this column; when it already is, the other way round. */
  readonly href: Route;
  readonly className?: string;
}

/** The head of a column that sorts. Only the active one carries an arrow. */
export function SortHeader({ label, direction, href, className = '' }: SortHeaderProps) {
  const Arrow = direction === 'desc' ? ArrowDown : ArrowUp;
  const sorted = direction === 'desc' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={direction ? sorted : undefined}>
      <Link
        href={href}
        scroll={false}
        className={`inline-flex min-h-6 items-center gap-1.5 hover:text-foreground ${direction ? 'text-foreground' : ''}`}
      >
        {direction && <Arrow aria-hidden className="size-3 print:hidden" />}
        {label}
      </Link>
    </th>
  );
}
