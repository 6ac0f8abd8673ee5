import { View } from '@react-pdf/renderer';
import type { PaperTable } from '@/components/paper-table';
import type { PaperSize } from '@/lib/domain/paper-size';
import { File, Frame, type FrameFacts, Words } from './frame';
import { QUIET } from './ink';
import { CAPTION, stack } from './stack';
import { Table } from './table';

interface StackedFileProps {
  readonly facts: FrameFacts;
  readonly paper: PaperSize;
  readonly madeAt: Date;
  readonly tables: readonly PaperTable[];
  /** Told how many sheets there will be, and of each that it is drawn. */
  readonly onPages?: ((total: number) => void) | undefined;
  readonly onPage?: (() => void) | undefined;
}

/** Tables one below the other, as many on a sheet as have room; one that is longer goes on over the next. */
export function StackedFile({ facts, paper, madeAt, tables, onPages, onPage }: StackedFileProps) {
  const sheets = stack(tables, paper);
  onPages?.(sheets.length);
  return (
    <File title={`${facts.title}, ${facts.facts[0].toLowerCase()}`} author={facts.seller} madeAt={madeAt}>
      {sheets.map((blocks, i) => (
        <Frame
          key={`page ${i + 1}`}
          {...facts}
          paper={paper}
          isFirst={i === 0}
          page={i + 1}
          pages={sheets.length}
        >
          {blocks.map(({ table, columns, size, lines, isFirst }, at) => (
            <View key={table.title}>
              <View style={{ height: CAPTION, justifyContent: 'flex-end', paddingBottom: 4, gap: 2 }}>
                <Words style={{ fontSize: 10, fontWeight: 600 }}>
                  {isFirst ? table.title : `${table.title}, continued`}
                </Words>
                {table.words !== '' && <Words style={{ color: QUIET }}>{table.words}</Words>}
              </View>
              <Table
                columns={columns}
                lines={lines}
                size={size}
                onDrawn={at === blocks.length - 1 ? onPage : undefined}
              />
            </View>
          ))}
        </Frame>
      ))}
    </File>
  );
}
