import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { StoredReportRun } from '@/db/queries/report-runs';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay, formatInstant } from '@/lib/format';
import { canBeMadeAgain, isAging, reportKind } from '@/lib/report-kinds';
import { route } from '@/lib/url';

interface RunTableProps {
  readonly runs: readonly StoredReportRun[];
  readonly timeZone: string;
  readonly today: PlainDate;
  readonly newerHref: string | null;
  readonly olderHref: string | null;
}

/** Reports that were downloaded, the latest first: each to be had again as it was, and to be compared with what is known now. */
export function RunTable({ runs, timeZone, today, newerHref, olderHref }: RunTableProps) {
  return (
    <section aria-labelledby="taken">
      <h2 id="taken" className="text-section">
        Downloaded
      </h2>
      <div className="tbl-scroll mt-2">
        <table className="tbl tbl-sm">
          <caption className="sr-only">Reports that were downloaded, the latest first</caption>
          <thead>
            <tr>
              <th scope="col">Report</th>
              <th scope="col">As of</th>
              <th scope="col">As known at</th>
              <th scope="col">Made</th>
              <th scope="col">Again</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">{reportKind(run.kind)}</th>
                <td>{formatDay(run.asOf, { today })}</td>
                <td>{formatInstant(new Date(run.knownAt), timeZone, today)}</td>
                <td>{run.madeAt ? formatInstant(run.madeAt, timeZone, today) : '–'}</td>
                <td>
                  {canBeMadeAgain(run) ? (
                    <>
                      <a href={`/exports/report-runs/${run.id}`} download className="link">
                        Download
                      </a>
                      {', '}
                      <Link
                        href={route(`${isAging(run.kind) ? '/aging' : '/reports'}/compare?run=${run.id}`)}
                        className="link"
                      >
                        compare with what was sent
                      </Link>
                    </>
                  ) : (
                    '–'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <nav aria-label="Pages" className="mt-3 flex gap-2">
        {newerHref && (
          <Link href={route(newerHref)} className={buttonClass({ size: 'sm' })}>
            Newer
          </Link>
        )}
        {olderHref && (
          <Link href={route(olderHref)} className={buttonClass({ size: 'sm' })}>
            Older
          </Link>
        )}
      </nav>
    </section>
  );
}
