import type { ReactNode } from 'react';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';

interface BooksStripProps {
  /** When anything was recorded last; null for never. */
  readonly lastChange: Date | null;
  readonly timeZone: string;
  readonly today: PlainDate;
  /** What says that the figures have just changed. */
  readonly children: ReactNode;
}

/** Says that the books are kept here, and when they last changed. */
export function BooksStrip({ lastChange, timeZone, today, children }: BooksStripProps) {
  return (
    <p className="flex min-h-10 flex-wrap items-center gap-x-2.5 border-b border-border bg-card-2 px-6 py-1.5 text-meta text-muted-foreground max-md:px-4 print:hidden">
      <span aria-hidden className="size-2 rounded-full bg-positive" />
      <span>Books are kept in Dueline.</span>
      <span>
        {lastChange
          ? `Last change recorded ${formatInstant(lastChange, timeZone, today)}.`
          : 'Nothing is recorded yet.'}
      </span>
      {children}
    </p>
  );
}
