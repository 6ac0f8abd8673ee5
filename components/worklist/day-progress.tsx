import type { WorkProgress } from '@/db/queries/work-done';
import { formatCount, formatMoney } from '@/lib/format';

interface DayProgressProps {
  readonly progress: WorkProgress;
  /** Customers that are still to be seen to. */
  readonly leftCount: number;
  readonly currency: string;
}

/** Marks that are drawn for a day, at most; a longer day is drawn in proportion. */
const MARKS = 15;

/** How far the day has come: "3 of 15 done today, $15,200 promised so far", and the same as a bar of marks; nothing while nobody is to be seen to. */
export function DayProgress({ progress, leftCount, currency }: DayProgressProps) {
  const { doneCount, promisedMinor } = progress;
  const all = doneCount + leftCount;
  if (all === 0) return null;
  const marks = Math.min(all, MARKS);
  const done = Math.round((doneCount / all) * marks);
  return (
    <div className="border-b border-border px-5 pt-3.5 pb-3 max-md:px-4">
      <div className="flex items-center justify-between gap-3 text-meta text-muted-foreground">
        <span>
          <b className="fig font-medium text-foreground">
            {formatCount(doneCount)} of {formatCount(all)}
          </b>{' '}
          done today
        </span>
        {promisedMinor > 0 && (
          <span>
            <b className="fig font-medium text-foreground">
              {formatMoney(promisedMinor, currency, { cents: false })}
            </b>{' '}
            promised so far
          </span>
        )}
      </div>
      <div aria-hidden className="mt-2 flex gap-[3px]">
        {Array.from({ length: marks }, (_, i) => (
          <i key={i} className={`h-1 flex-1 rounded ${i < done ? 'bg-primary' : 'bg-muted'}`} />
        ))}
      </div>
    </div>
  );
}
