import { exploreTables } from '@/components/explore/explore-tables';
import type { ExplorePaper } from '@/db/queries/explore-paper';
import { exploreFilterWords } from '@/lib/explore-filter-words';
import { currencyName, formatDay } from '@/lib/format';
import type { FrameFacts } from './frame';
import { madeWords } from './made-words';
import { StackedFile } from './stacked-file';

interface ExploreFileProps {
  readonly content: ExplorePaper;
  readonly madeAt: Date;
  readonly onPages?: ((total: number) => void) | undefined;
  readonly onPage?: (() => void) | undefined;
}

/** What Explore shows, as a file: its figures, and its rows where they are wanted. */
export function ExploreFile({ content, ...made }: ExploreFileProps) {
  return (
    <StackedFile
      facts={exploreFacts(content, made.madeAt)}
      paper={content.paper}
      {...made}
      tables={exploreTables(content)}
    />
  );
}

function exploreFacts(
  { seller, timeZone, filters, names, summary, rows }: ExplorePaper,
  madeAt: Date,
): FrameFacts {
  const words = exploreFilterWords(filters, names);
  const written = [...summary.top.map(({ customer }) => customer), ...(rows ?? []).flatMap(writtenIn)];
  return {
    seller,
    title: filters.withCredits ? 'Open items' : 'Open invoices',
    facts: [
      `As of ${formatDay(filters.asOf, { month: 'long' })}`,
      `Aged by ${filters.basis} date, all amounts in ${currencyName(filters.currency)}`,
    ],
    filters: words && `Only part of it: ${words}.`,
    foot: [madeWords({ knownAt: filters.knownAt, timeZone, madeAt, names: written })],
  };
}

function writtenIn(row: NonNullable<ExplorePaper['rows']>[number]): string[] {
  return [row.customer, row.number, row.owner ?? ''];
}
