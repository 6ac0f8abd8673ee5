import { View } from '@react-pdf/renderer';
import { tieWords } from '@/components/aging/tie-words';
import type { AgingPaper } from '@/db/queries/aging-paper';
import { filterWords } from '@/lib/filter-words';
import { currencyName, formatDay } from '@/lib/format';
import { agingHeads, agingLines } from './aging-lines';
import { Bar } from './bar';
import { File, Frame, type FrameFacts, HEAD, roomOn } from './frame';
import { layTable } from './lay';
import { madeWords } from './made-words';
import { Table } from './table';

/** The whole bar over the columns: 6 points and the space below. */
export const BAR = 18;

interface AgingFileProps {
  readonly content: AgingPaper;
  readonly madeAt: Date;
  readonly onPages?: ((total: number) => void) | undefined;
  readonly onPage?: (() => void) | undefined;
}

/** The aging report as a file: every bucket on one sheet in landscape, with or without the items behind. */
export function AgingFile({ content, madeAt, onPages, onPage }: AgingFileProps) {
  const { seller, paper, totals } = content;
  const room = roomOn(paper);
  const { columns, size, pages } = layTable(agingHeads(content), agingLines(content), {
    width: room.width,
    first: room.height - HEAD.first - BAR,
    next: room.height - HEAD.next,
  });
  const facts = agingFacts(content, madeAt);
  onPages?.(pages.length);
  return (
    <File title={`${facts.title}, ${facts.facts[0].toLowerCase()}`} author={seller} madeAt={madeAt}>
      {pages.map((lines, i) => (
        <Frame
          key={`page ${i + 1}`}
          {...facts}
          paper={paper}
          isFirst={i === 0}
          page={i + 1}
          pages={pages.length}
        >
          {i === 0 && (
            <View style={{ height: BAR + 4 }}>
              <Bar amounts={totals.bucketsMinor} height={6} />
            </View>
          )}
          <Table columns={columns} lines={lines} size={size} onDrawn={onPage} />
        </Frame>
      ))}
    </File>
  );
}

/** What every page of it says. */
export function agingFacts(content: AgingPaper, madeAt: Date): FrameFacts {
  const { seller, filters, customer, lines, tie, items } = content;
  const words = filterWords(filters, customer);
  const names = [...lines.map(({ name }) => name), ...(items ?? []).map(({ number }) => number)];
  return {
    seller,
    title: items ? 'Aged receivables by invoice' : 'Aged receivables',
    facts: [
      `As of ${formatDay(filters.asOf, { month: 'long' })}`,
      `Aged by ${filters.basis} date, all amounts in ${currencyName(filters.currency)}`,
    ],
    filters: words && `Only part of it: ${words}.`,
    foot: [
      `${tieWords(tie, filters.currency)} “Unapplied” is money and credits received but not yet matched to an invoice.`,
      madeWords({ knownAt: filters.knownAt, timeZone: content.timeZone, madeAt, names }),
    ],
  };
}
