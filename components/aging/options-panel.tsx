import type { Route } from 'next';
import Link from 'next/link';
import { KeptParams } from '@/components/filters/kept-params';
import { Segmented } from '@/components/ui/segmented';
import type { StoredReportRun } from '@/db/queries/report-runs';
import type { AgingFilters, SearchParams } from '@/lib/filters';
import { formatDay, formatInstant } from '@/lib/format';
import type { Href } from './aging-table';
import { BoundsForm } from './bounds-form';

interface OptionsPanelProps {
  readonly filters: AgingFilters;
  readonly params: SearchParams;
  /** The organization's own bounds: the default. */
  readonly usualBounds: readonly number[];
  /** Reports that were taken away, the latest first. */
  readonly runs: readonly StoredReportRun[];
  readonly timeZone: string;
  readonly today: AgingFilters['asOf'];
  readonly href: Href;
}

/** What is asked for seldom: credits taken off on paper, other buckets, and the books as they were known. */
export function OptionsPanel({
  filters,
  params,
  usualBounds,
  runs,
  timeZone,
  today,
  href,
}: OptionsPanelProps) {
  return (
    <div className="flex flex-col gap-4 p-3">
      <section>
        <h3 className="label">Credits</h3>
        <Segmented
          label="Credits"
          options={[
            { label: 'In their own column', href: href({ net: null, page: null }), isCurrent: !filters.net },
            { label: 'Net oldest first', href: href({ net: '1', page: null }), isCurrent: filters.net },
          ]}
        />
        <p className="hint">Net takes them off each customer’s oldest items on paper. Nothing is booked.</p>
      </section>
      <BoundsForm bounds={filters.bounds} usual={usualBounds}>
        <KeptParams params={params} except={['bounds', 'bucket', 'sort', 'dir', 'page', 'open']} />
      </BoundsForm>
      <section aria-labelledby="as-known">
        <h3 id="as-known" className="label">
          As it was known
        </h3>
        <ul className="max-h-52 overflow-y-auto">
          <Known href={href({ knownAt: null, page: null })} isCurrent={filters.knownAt === null}>
            Now
          </Known>
          {runs.map((run) => (
            <Known
              key={run.id}
              href={href({ asOf: run.asOf, knownAt: run.knownAt, page: null })}
              isCurrent={run.knownAt === filters.knownAt && run.asOf === filters.asOf}
            >
              When the report of {formatDay(run.asOf, { today })} was taken
              <span className="block text-meta text-subtle">
                {formatInstant(run.madeAt ?? new Date(run.knownAt), timeZone, today)}
              </span>
            </Known>
          ))}
        </ul>
        <Link href="/reports" className="link text-meta">
          Compare with what was sent
        </Link>
      </section>
    </div>
  );
}

interface KnownProps {
  readonly href: Route;
  readonly isCurrent: boolean;
  readonly children: React.ReactNode;
}

function Known({ href, isCurrent, children }: KnownProps) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        aria-current={isCurrent ? 'true' : undefined}
        className="block rounded-control px-2 py-1.5 hover:bg-card-2 aria-[current]:font-medium"
      >
        {children}
      </Link>
    </li>
  );
}
