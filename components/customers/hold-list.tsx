import type { ReactNode } from 'react';
import type { HoldRow } from '@/db/queries/holds';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { HOLD_WORDS } from '@/lib/hold-words';

interface HoldListProps {
  readonly holds: readonly HoldRow[];
  readonly today: PlainDate;
  /** What releases a hold; nothing when the reader may not. */
  readonly renderRelease: (hold: HoldRow) => ReactNode;
}

/** What is on hold, since when and why. Draws nothing when nothing is. */
export function HoldList({ holds, today, renderRelease }: HoldListProps) {
  if (holds.length === 0) return null;
  return (
    <ul aria-label="On hold" className="mt-3 flex flex-col gap-2">
      {holds.map((hold) => (
        <li key={hold.id} className="rounded-[9px] bg-warning-soft px-3 py-2">
          <span className="flex items-start gap-2">
            <b className="font-medium">{HOLD_WORDS[hold.kind].title} on hold</b>
            <span className="ml-auto print:hidden">{renderRelease(hold)}</span>
          </span>
          <span className="block">{hold.reason}</span>
          <span className="text-meta text-muted-foreground">since {formatDay(hold.placedOn, { today })}</span>
        </li>
      ))}
    </ul>
  );
}
