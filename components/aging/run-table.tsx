import Link from 'next/link';
import type { StoredReportRun } from '@/db/queries/report-runs';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { route } from '@/lib/url';

interface RunTableProps {
  readonly runs: readonly StoredReportRun[];
  /** When a report was taken away, in words. */
  readonly takenAt: (run: StoredReportRun) => string;
  readonly today: PlainDate;
}

/** Reports that somebody took away, the latest first; each leads to what changed since. */
export function RunTable({ runs, takenAt, today }: RunTableProps) {
  return (
    <div className="tbl-scroll">
      <table className="tbl">
        <caption className="sr-only">Aging reports that were downloaded</caption>
        <thead>
          <tr>
            <th scope="col">Taken</th>
            <th scope="col">As of</th>
            <th scope="col">Lines</th>
            <th scope="col">File</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} data-row>
              <td>
                <Link href={route(`/aging/compare?run=${run.id}`)} data-row-link className="link">
                  {takenAt(run)}
                </Link>
              </td>
              <td>{formatDay(run.asOf, { today })}</td>
              <td>{run.kind.startsWith('aging_items') ? 'Every open item' : 'As it was grouped'}</td>
              <td>{run.kind.endsWith('_pdf') ? 'PDF' : 'CSV'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
