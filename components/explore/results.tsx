import type { Route } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { ExploreSummary } from '@/db/queries/explore';
import type { ExploreRow } from '@/db/queries/explore-rows';
import type { PlainDate } from '@/lib/domain/dates';
import type { ExploreCursor } from '@/lib/explore-cursor';
import type { ExploreFilters } from '@/lib/explore-filters';
import { itemsWords } from '@/lib/explore-words';
import { formatCount } from '@/lib/format';
import { type ParamChanges, withParams } from '@/lib/url';
import { ExploreTable } from './explore-table';
import { Headline } from './headline';
import { ItemSelection } from './item-selection';

interface ResultsProps {
  readonly summary: ExploreSummary;
  readonly rows: readonly ExploreRow[];
  /** Begins the page that follows; null on the last. */
  readonly next: ExploreCursor | null;
  readonly filters: ExploreFilters;
  readonly today: PlainDate;
  /** Where the table is to be had as a file; null for who may take none. */
  readonly fileHref: Route | null;
  readonly href: (changes: ParamChanges) => Route;
}

/** The figures and the rows of what matches, and how much does not. */
export function Results({ summary, rows, next, filters, today, fileHref, href }: ResultsProps) {
  const { matched, whole } = summary;
  const rest = {
    itemCount: whole.itemCount - matched.itemCount,
    documentCount: whole.documentCount - matched.documentCount,
  };
  const all = { count: matched.itemCount, openMinor: matched.openMinor };
  return (
    <>
      <Headline filters={filters} summary={summary} href={href} />
      {fileHref && <ItemSelection currency={filters.currency} all={all} fileHref={fileHref} />}
      <ExploreTable rows={rows} matched={matched} filters={filters} today={today} href={href} />
      <div className="flex flex-wrap items-center gap-3 px-5 py-3 text-meta text-subtle max-md:px-4 print:hidden">
        {rest.itemCount > 0 && (
          <p>
            {rest.itemCount === 1
              ? '1 open invoice does not match these filters.'
              : `${formatCount(rest.itemCount)} open invoices don’t match these filters.`}{' '}
            <Link
              href={withParams('/explore', { currency: filters.currency, asOf: filters.asOf }, {})}
              className="link"
            >
              Show all {formatCount(whole.itemCount)}
            </Link>
          </p>
        )}
        {(next || filters.after) && (
          <nav aria-label="Pages" className="ml-auto flex items-center gap-2">
            <span className="fig">
              {formatCount(rows.length)} of {itemsWords(matched, filters)}
            </span>
            {filters.after && (
              <Link href={href({})} rel="first" className={buttonClass({ size: 'sm' })}>
                First page
              </Link>
            )}
            {next && (
              <Link
                href={href({ after: JSON.stringify(next) })}
                rel="next"
                className={buttonClass({ size: 'sm' })}
              >
                Next page
              </Link>
            )}
          </nav>
        )}
      </div>
    </>
  );
}
