import Link from 'next/link';
import type { ReactNode } from 'react';
import type { JobRun } from '@/db/queries/job-runs';
import { addDays, type PlainDate } from '@/lib/domain/dates';
import { formatDay, formatHour, formatInstant } from '@/lib/format';
import { JOB_WORDS, type JobName } from '@/lib/jobs';
import { RunState } from './run-state';
import { runWords } from './run-words';

interface JobCardProps {
  readonly job: JobName;
  /** Null: it runs when somebody asks for it. */
  readonly next: { readonly day: PlainDate; readonly hour: number } | null;
  /** Null when it never ran. */
  readonly last: JobRun | null;
  readonly timeZone: string;
  readonly today: PlainDate;
  /** The button that has it run now. */
  readonly children: ReactNode;
}

/** Those whose day or hour the business says, with how it mails. */
const HAS_HOUR: ReadonlySet<JobName> = new Set<JobName>(['reminders', 'statements', 'digest']);

/** Those that have nothing to do, rather than no hour, while nothing says when they run. */
const UNASKED: Partial<Record<JobName, string>> = { sync: 'Not before these books follow others' };

/** One job: what it does, when next, and what came of it the last time. */
export function JobCard({ job, next, last, timeZone, today, children }: JobCardProps) {
  const { name, does } = JOB_WORDS[job];
  return (
    <article className="panel flex flex-col gap-3 p-4">
      <header>
        <h2 className="text-body">{name}</h2>
        <p className="text-muted-foreground">{does}</p>
      </header>
      <dl className="grid grid-cols-[64px_1fr] gap-y-1">
        <dt className="text-muted-foreground">Next</dt>
        <dd className="fig">
          {next ? nextWords(next, today) : (UNASKED[job] ?? 'Only when you ask for it')}
          {HAS_HOUR.has(job) && (
            <>
              {'. '}
              <Link href="/settings/mail" className="link">
                Change<span className="sr-only"> when {name} run</span>
              </Link>
            </>
          )}
        </dd>
        <dt className="text-muted-foreground">Last</dt>
        <dd>
          {last ? (
            <>
              <RunState state={last.state} />{' '}
              <span className="fig">{formatInstant(last.endedAt ?? last.createdAt, timeZone, today)}</span>
              <span className="block text-muted-foreground">{runWords(last)}</span>
            </>
          ) : (
            'Never so far'
          )}
        </dd>
      </dl>
      <div className="mt-auto">{children}</div>
    </article>
  );
}

function nextWords(
  { day, hour }: { readonly day: PlainDate; readonly hour: number },
  today: PlainDate,
): string {
  const at = formatHour(hour);
  if (day === today) return `Today, ${at}`;
  return day === addDays(today, 1)
    ? `Tomorrow, ${at}`
    : `${formatDay(day, { today, weekday: 'short' })}, ${at}`;
}
