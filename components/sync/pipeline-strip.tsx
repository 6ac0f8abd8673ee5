import Link from 'next/link';
import type { ReactNode } from 'react';
import type { SyncState } from '@/db/queries/sync-state';
import { localNow } from '@/lib/domain/business-hours';
import type { PlainDate } from '@/lib/domain/dates';
import { nextRun } from '@/lib/domain/job-times';
import { formatHour, formatInstant } from '@/lib/format';
import { jobTimes } from '@/lib/job-times';
import { resultWords, tookWords } from '@/lib/sources/run-words';

interface PipelineStripProps {
  readonly state: SyncState;
  readonly timeZone: string;
  readonly today: PlainDate;
  /** The button that starts a run; nothing for who may not. */
  readonly runNow: ReactNode;
}

/** Runs that the strip shows as bars. */
const BARS = 16;

/** Where the figures come from, how old they are, what the last run did, and when the next begins. */
export function PipelineStrip({ state, timeZone, today, runNow }: PipelineStripProps) {
  const { system, problem, isRunning, isStale, last, bars } = state;
  const at = last?.endedAt ?? null;
  const { sync } = jobTimes({ remindersAt: null, digestAt: null, statementsOn: null, isConnected: true });
  const hour = formatHour(sync ? nextRun(sync, localNow(timeZone)).hour : 0);
  const tone = isStale || problem !== null ? 'bg-warning-soft' : 'bg-card-2';
  return (
    <div
      className={`flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-border px-6 py-1.5 text-meta text-muted-foreground max-md:px-4 print:hidden ${tone}`}
    >
      <span
        aria-hidden
        className={`size-2 rounded-full ${isStale || problem !== null ? 'bg-warning' : 'bg-positive'}`}
      />
      <span>
        {isRunning
          ? `Reading ${system} now.`
          : at === null
            ? `${system} is not read yet.`
            : isStale
              ? `Numbers are from ${formatInstant(at, timeZone, today)}.`
              : `Follows ${system}.`}
      </span>
      {at && last?.startedAt && (
        <span>
          Last run {formatInstant(at, timeZone, today)}, took{' '}
          {tookWords(at.getTime() - last.startedAt.getTime())}: {resultWords(last.counts ?? {})}.
        </span>
      )}
      {problem !== null && <span>{problem}</span>}
      <span aria-hidden className="flex h-4 items-end gap-0.5">
        {bars.slice(-BARS).map(({ id, isDone }) => (
          <span
            key={id}
            className={`h-full w-1 rounded-[1px] ${isDone ? 'bg-positive opacity-55' : 'bg-destructive'}`}
          />
        ))}
      </span>
      <span>Next run {hour}</span>
      <Link href="/sync" className="link">
        Sync
      </Link>
      <span className="ml-auto">{runNow}</span>
    </div>
  );
}
