import { ChevronDown, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import type { SyncRunRow } from '@/db/queries/sync-runs';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatInstant } from '@/lib/format';
import { resultWords, tookWords } from '@/lib/sources/run-words';
import { RunLog } from './run-log';
import { RunSteps } from './run-steps';

interface RunTableProps {
  readonly runs: readonly SyncRunRow[];
  /** The run whose log is shown; null for none. */
  readonly open: string | null;
  readonly hrefOf: (open: string | null) => Route;
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** The runs of the sync, newest first: who began each, how far it came, what it did; one of them with its log. */
export function SyncRunTable({ runs, open, hrefOf, timeZone, today }: RunTableProps) {
  return (
    <div className="panel tbl-scroll overflow-x-auto">
      <table className="tbl">
        <caption className="sr-only">Runs of the sync</caption>
        <thead>
          <tr>
            <th scope="col" className="w-8">
              <span className="sr-only">Log</span>
            </th>
            <th scope="col">Started</th>
            <th scope="col" className="max-md:hidden">
              Started by
            </th>
            <th scope="col">Steps</th>
            <th scope="col" className="num max-md:hidden">
              Took
            </th>
            <th scope="col" className="num max-md:hidden">
              Rows read
            </th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        {runs.map((run) => {
          const isOpen = run.id === open;
          const at = formatInstant(run.startedAt ?? run.createdAt, timeZone, today);
          return (
            <tbody key={run.id} className={isOpen ? 'bg-card-2' : ''}>
              <tr>
                <td
                  className={
                    isOpen && run.state === 'dead' ? 'shadow-[inset_3px_0_0_var(--destructive)]' : ''
                  }
                >
                  <Link
                    href={hrefOf(isOpen ? null : run.id)}
                    scroll={false}
                    aria-expanded={isOpen}
                    aria-label={`Log of the run of ${at}`}
                    className="grid size-6 place-items-center text-subtle"
                  >
                    {isOpen ? (
                      <ChevronDown aria-hidden className="size-3.5" />
                    ) : (
                      <ChevronRight aria-hidden className="size-3.5" />
                    )}
                  </Link>
                </td>
                <th scope="row" className="fig whitespace-nowrap">
                  {at}
                </th>
                <td className="text-muted-foreground max-md:hidden">{startedBy(run)}</td>
                <td>
                  <RunSteps {...run} />
                </td>
                <td className="num text-muted-foreground max-md:hidden">{took(run)}</td>
                <td className="num text-muted-foreground max-md:hidden">
                  {run.counts?.read === undefined ? '–' : formatCount(run.counts.read)}
                </td>
                <td className="max-md:whitespace-normal">
                  <Result run={run} />
                </td>
              </tr>
              {isOpen && (
                <tr>
                  <td className={run.state === 'dead' ? 'shadow-[inset_3px_0_0_var(--destructive)]' : ''} />
                  <td colSpan={6} className="whitespace-normal">
                    <RunLog run={run} timeZone={timeZone} today={today} />
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

function startedBy({ isScheduled, requestedBy, attempts }: SyncRunRow): string {
  const who = isScheduled ? 'Schedule' : (requestedBy ?? 'Webhook');
  return attempts > 1 ? `${who}, tried ${formatCount(attempts, 'time')}` : who;
}

function took({ startedAt, endedAt }: SyncRunRow): string {
  return startedAt && endedAt ? tookWords(endedAt.getTime() - startedAt.getTime()) : '–';
}

function Result({ run: { state, counts, problem } }: { readonly run: SyncRunRow }) {
  if (state === 'done') return <>{resultWords(counts ?? {})}</>;
  if (state === 'dead') return <Badge tone="bad">Stopped</Badge>;
  if (problem !== null) return <Badge tone="warning">Stopped, tried again soon</Badge>;
  return <Badge tone="info">{state === 'running' ? 'Runs' : 'Waits'}</Badge>;
}
