import type { ReactNode } from 'react';
import { PHONE_CELL } from '@/components/phone-cell';
import type { JobRun } from '@/db/queries/job-runs';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { JOB_WORDS } from '@/lib/jobs';
import { RunState } from './run-state';
import { runWords } from './run-words';

interface RunTableProps {
  readonly label: string;
  readonly runs: readonly JobRun[];
  readonly timeZone: string;
  readonly today: PlainDate;
  /** What can be done about a run. */
  readonly renderDeed?: (run: JobRun) => ReactNode;
}

/** Runs of jobs, newest first. A phone shows two lines a row. */
export function RunTable({ label, runs, timeZone, today, renderDeed }: RunTableProps) {
  return (
    <table className="tbl">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr>
          <th scope="col">Job</th>
          <th scope="col" className="max-md:hidden">
            When
          </th>
          <th scope="col" className="max-lg:hidden">
            Took
          </th>
          <th scope="col">State</th>
          <th scope="col" className="max-md:hidden">
            What it did
          </th>
          {renderDeed && (
            <th scope="col">
              <span className="sr-only">Deeds</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row" className={PHONE_CELL}>
              {JOB_WORDS[run.job].name}
              {run.isAsked && <span className="ml-2 font-normal text-subtle">asked for</span>}
              <span className="block font-normal text-muted-foreground md:hidden">
                {formatInstant(run.endedAt ?? run.createdAt, timeZone, today)} {runWords(run)}
              </span>
            </th>
            <td className="fig text-muted-foreground max-md:hidden">
              {formatInstant(run.endedAt ?? run.createdAt, timeZone, today)}
            </td>
            <td className="fig text-muted-foreground max-lg:hidden">{tookWords(run)}</td>
            <td>
              <RunState state={run.state} />
            </td>
            <td className="max-w-[420px] truncate text-muted-foreground max-md:hidden" title={runWords(run)}>
              {runWords(run)}
            </td>
            {renderDeed && <td>{renderDeed(run)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function tookWords({ startedAt, endedAt }: JobRun): string {
  if (!startedAt || !endedAt) return '';
  const seconds = (endedAt.getTime() - startedAt.getTime()) / 1_000;
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
