import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { PaperTable } from '@/components/paper-table';
import type { MonthEndPack } from '@/db/queries/month-end-pack';
import { agingFacts, BAR } from './aging-file';
import { agingHeads, agingLines } from './aging-lines';
import { Bar } from './bar';
import { File, Frame, HEAD, roomOn, Words } from './frame';
import { QUIET } from './ink';
import { type LaidTable, layTable } from './lay';
import { type Line, Table } from './table';
import { printable } from './type';

/** What stands in the file of a month-end pack. */
export interface PackSheets extends Pick<MonthEndPack, 'aging'> {
  /** What its cover says, a name and a value each. */
  readonly facts: readonly (readonly [string, string])[];
  /** What follows the aging summary. */
  readonly tables: readonly PaperTable[];
}

interface PackFileProps {
  readonly content: PackSheets;
  readonly madeAt: Date;
}

/** A part of the pack: its title, what stands above its table on its first page, and the table cut into pages. */
interface Part {
  readonly title: string;
  readonly above: ReactNode;
  readonly table: LaidTable;
}

/** What stands above a table that is explained. */
const WORDS = 18;

/** What a bank is shown at the end of a month, as one file: where it comes from, how old it is, what is out and why, how it went. */
export function PackFile({ content, madeAt }: PackFileProps) {
  const { aging } = content;
  const facts = agingFacts(aging, madeAt);
  const sheets = partsOf(content).flatMap(({ title, above, table }) =>
    table.pages.map((lines, i) => ({ title, above, table, lines, isFirst: i === 0 })),
  );
  return (
    <File title={`Month-end pack, ${facts.facts[0].toLowerCase()}`} author={aging.seller} madeAt={madeAt}>
      {sheets.map(({ title, above, table, lines, isFirst }, i) => (
        <Frame
          key={`page ${i + 1}`}
          {...facts}
          {...{ title, isFirst }}
          paper={aging.paper}
          page={i + 1}
          pages={sheets.length}
        >
          {isFirst && above}
          <Table columns={table.columns} lines={lines} size={table.size} />
        </Frame>
      ))}
    </File>
  );
}

function partsOf({ aging, facts, tables }: PackSheets): Part[] {
  const room = roomOn(aging.paper);
  const sheet = (above: number) => ({
    width: room.width,
    first: room.height - HEAD.first - above,
    next: room.height - HEAD.next,
  });
  const cover: Line[] = facts.map(([label, value]) => ({
    look: 'row',
    cells: [label, printable(value)],
  }));
  return [
    {
      title: 'Month-end pack',
      above: null,
      table: layTable(
        [
          { heading: 'Where the figures come from', align: 'left' },
          { heading: aging.filters.currency, align: 'right' },
        ],
        cover,
        sheet(0),
      ),
    },
    {
      title: 'Aged receivables',
      above: (
        <View style={{ height: BAR + 4 }}>
          <Bar amounts={aging.totals.bucketsMinor} height={6} />
        </View>
      ),
      table: layTable(agingHeads(aging), agingLines(aging), sheet(BAR)),
    },
    ...tables.map(({ title, words, heads, rows, total }): Part => {
      const lines: Line[] = rows.map((cells) => ({ look: 'row', cells: cells.map(printable) }));
      const none: Line[] = rows.length === 0 ? [{ look: 'row', cells: ['Nobody'] }] : [];
      const sum: Line[] = total ? [{ look: 'total', cells: total }] : [];
      return {
        title,
        above: (
          <View style={{ height: WORDS }}>
            <Words style={{ color: QUIET }}>{words}</Words>
          </View>
        ),
        table: layTable(
          heads.map((heading, i) => ({ heading, align: i === 0 ? 'left' : 'right' })),
          [...lines, ...none, ...sum],
          sheet(WORDS),
        ),
      };
    }),
  ];
}
