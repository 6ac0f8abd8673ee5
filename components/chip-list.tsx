import { X } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { FocusWhenGone } from './focus-when-gone';

/** One active filter in words, and the same page without it. */
export interface Chip {
  readonly label: string;
  readonly value: string;
  readonly removeHref: Route;
}

interface ChipListProps {
  readonly chips: readonly Chip[];
  readonly clearHref: Route;
  readonly className: string;
}

/** Restates every active filter; each can be taken away, or all at once. Draws nothing when none is active. */
export function ChipList({ chips, clearHref, className }: ChipListProps) {
  if (chips.length === 0) return null;
  return (
    <ul className={`flex flex-wrap items-center gap-2 ${className}`} aria-label="Active filters">
      {chips.map((chip, i) => (
        <li
          key={chip.label}
          className="inline-flex h-7 max-w-full items-center overflow-hidden rounded-control border border-border-strong bg-card text-meta"
        >
          <span className="shrink-0 pl-2 text-muted-foreground">{chip.label}</span>
          <b className="truncate px-1.5 font-medium" title={chip.value}>
            {chip.value}
          </b>
          <Link
            href={chip.removeHref}
            scroll={false}
            data-chip={i}
            aria-label={`Remove ${chip.label} ${chip.value}`}
            className="grid h-full w-6 shrink-0 place-items-center border-l border-border text-subtle hover:text-foreground print:hidden"
          >
            <X aria-hidden className="size-3" />
          </Link>
          <FocusWhenGone to={[`[data-chip="${i}"]`, `[data-chip="${i - 1}"]`, '[data-table-search]']} />
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link href={clearHref} scroll={false} className="link text-meta print:hidden">
            Clear all
          </Link>
          <FocusWhenGone to={['[data-chip]', '[data-table-search]']} />
        </li>
      )}
    </ul>
  );
}
