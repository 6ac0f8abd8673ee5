import { CircleAlert } from 'lucide-react';
import { formatCount } from '@/lib/format';
import type { WorkLine } from './work';

/** A bar that fills while rows are written, with its numbers; or what stopped the work. */
export function WorkProgress({ line, label }: { readonly line: WorkLine | null; readonly label: string }) {
  if (!line || line.state === 'done') return null;
  if (line.state !== 'running')
    return (
      <p
        role="alert"
        className="flex gap-2 rounded-control bg-destructive-soft px-3 py-2.5 text-form text-destructive"
      >
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {line.message}
      </p>
    );
  const { done, total } = line;
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
  const isKnown = total > 0;
  return (
    <div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(isKnown ? { 'aria-valuenow': percent } : {})}
        className="h-2 overflow-hidden rounded-full bg-muted"
      >
        <div
          className={`h-full rounded-full bg-primary ${isKnown ? '' : 'w-1/4 animate-pulse'}`}
          style={isKnown ? { width: `${percent}%` } : {}}
        />
      </div>
      <p className="mt-2 text-muted-foreground">
        {isKnown ? `${label}: ${formatCount(done)} of ${formatCount(total)}` : `${label}…`}. You may leave
        this page; it goes on.
      </p>
    </div>
  );
}
