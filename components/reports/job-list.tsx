'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { ReportJob } from '@/db/queries/report-jobs';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { isUnderWay, readProgress } from './progress';

interface JobListProps {
  readonly jobs: readonly ReportJob[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** Milliseconds between two looks at how far they are. */
const EVERY = 1_500;

/** Files that the worker makes for whoever looks: how far each is, without a reload, and where it is to be had. */
export function JobList({ jobs: drawn, timeZone, today }: JobListProps) {
  const router = useRouter();
  const [told, setTold] = useState<{ readonly of: typeof drawn; readonly jobs: typeof drawn } | null>(null);
  const jobs = told?.of === drawn ? told.jobs : drawn;
  const isWaiting = jobs.some(isUnderWay);
  useEffect(() => {
    if (!isWaiting) return;
    const look = async () => {
      const now = await readProgress(drawn);
      if (!now) return;
      setTold({ of: drawn, jobs: now });
      // A file that is ready is also a report that was taken away.
      if (!now.some(isUnderWay)) router.refresh();
    };
    const timer = setInterval(() => void look(), EVERY);
    return () => clearInterval(timer);
  }, [isWaiting, drawn, router]);
  return (
    <section aria-labelledby="large">
      <h2 id="large" className="text-section">
        Large files
      </h2>
      <p className="text-muted-foreground">They are kept for seven days.</p>
      <ul className="mt-2 flex flex-col" aria-live="polite">
        {jobs.map((job) => (
          <li
            key={job.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-border py-2"
          >
            <span className="font-medium">{job.fileName}</span>
            <span className="text-meta text-muted-foreground">
              asked for {formatInstant(job.createdAt, timeZone, today)}
            </span>
            <span className="ml-auto">
              <State job={job} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function State({
  job: { id, state, fileName, pagesDone, pagesTotal, problem },
}: {
  readonly job: ReportJob;
}) {
  if (state === 'done')
    return (
      <a href={`/exports/report-jobs/${id}`} download={fileName ?? true} className="btn btn-sm">
        Download, {pagesTotal} pages
      </a>
    );
  if (state === 'failed') return <span className="text-destructive">{problem}</span>;
  if (state === 'queued') return <span>Waits for the worker</span>;
  if (!pagesTotal) return <span>Reading the books…</span>;
  return (
    <span className="fig flex items-center gap-2">
      <progress max={pagesTotal} value={pagesDone} aria-label={`Pages of ${fileName ?? 'the file'}`} />
      {pagesDone} of {pagesTotal} pages
    </span>
  );
}
