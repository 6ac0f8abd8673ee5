import { Document, Page, StyleSheet, Text, View } from '@react-pdf/renderer';
import type { ComponentProps, ReactNode } from 'react';
import type { PaperSize } from '@/lib/domain/paper-size';
import { INK, QUIET } from './ink';
import { FAMILIES, printable } from './type';

/** Free on every side of a sheet, in points. */
const MARGIN = 39;
const FOOT = 22;
/** What stands above the table on the first page, and on the others. */
export const HEAD = { first: 78, next: 34 } as const;

/** Sheets upright: width and height in points. */
export const SHEETS = { a4: [595.28, 841.89], letter: [612, 792] } as const;

/** What a table has on a sheet in landscape. */
export function roomOn(paper: PaperSize): { readonly width: number; readonly height: number } {
  const [short, long] = SHEETS[paper];
  return { width: long - 2 * MARGIN, height: short - 2 * MARGIN - FOOT };
}

const styles = StyleSheet.create({
  page: {
    fontFamily: FAMILIES,
    fontSize: 8.25,
    color: INK,
    paddingHorizontal: MARGIN,
    paddingTop: MARGIN - 6,
  },
  line: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
  quiet: { color: QUIET },
  title: { fontSize: 16, fontWeight: 600, letterSpacing: -0.3 },
  foot: {
    position: 'absolute',
    left: MARGIN,
    right: MARGIN,
    bottom: MARGIN - 12,
    flexDirection: 'row',
    justifyContent: 'space-between',
    alignItems: 'flex-end',
    fontSize: 7,
    color: QUIET,
    gap: 24,
  },
});

interface WordsProps {
  readonly children: string;
  readonly style?: Style;
  /** As many at most; what is beyond is cut off with "…". */
  readonly lines?: number;
}

type Style = Exclude<ComponentProps<typeof Text>['style'], undefined | readonly unknown[]>;

/** Text in the typefaces of a file. Whatever is written in a file goes through here, or is drawn by a table. */
export function Words({ children, style = {}, lines = 1 }: WordsProps) {
  return <Text style={{ textOverflow: 'ellipsis', maxLines: lines, ...style }}>{printable(children)}</Text>;
}

/** What every page of a report says besides its figures. */
export interface FrameFacts {
  readonly seller: string;
  readonly title: string;
  /** Right of the title: as of when, by which date, in which currency. */
  readonly facts: readonly [string, string];
  /** The active filters; '' when the report is whole. */
  readonly filters: string;
  /** Below: whether it ties, as known when, made when. */
  readonly foot: readonly string[];
}

interface FrameProps extends FrameFacts {
  readonly paper: PaperSize;
  /** Whether a part begins here, and with it the whole head. */
  readonly isFirst: boolean;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
}

/** A page of a report in landscape: whose, what, of when, page n of m. */
export function Frame({
  paper,
  isFirst,
  seller,
  title,
  facts,
  filters,
  foot,
  page,
  pages,
  children,
}: FrameProps) {
  return (
    <Page size={paper === 'a4' ? 'A4' : 'LETTER'} orientation="landscape" style={styles.page}>
      {isFirst ? (
        <View style={{ height: HEAD.first - 20 }}>
          <Words>{seller}</Words>
          <View style={[styles.line, { marginTop: 3 }]}>
            <Words style={styles.title}>{title}</Words>
            <View style={{ alignItems: 'flex-end', gap: 3 }}>
              <Words style={styles.quiet}>{facts[0]}</Words>
              <Words style={styles.quiet}>{facts[1]}</Words>
            </View>
          </View>
          {filters !== '' && (
            <Words style={{ marginTop: 5 }} lines={2}>
              {filters}
            </Words>
          )}
        </View>
      ) : (
        <View style={[styles.line, { height: HEAD.next - 12 }]}>
          <Words style={{ maxWidth: 420 }}>{`${seller}, ${title}`}</Words>
          <Words style={styles.quiet}>{facts.join('. ')}</Words>
        </View>
      )}
      {children}
      <View style={styles.foot}>
        <View style={{ flexShrink: 1, gap: 2 }}>
          {foot.map((sentence) => (
            <Words key={sentence} lines={2}>
              {sentence}
            </Words>
          ))}
        </View>
        <Words>{`Page ${page} of ${pages}`}</Words>
      </View>
    </Page>
  );
}

interface FileProps {
  readonly title: string;
  readonly author: string;
  /** Printed, and the only date in the file: the same values make the same bytes. */
  readonly madeAt: Date;
  readonly children: ReactNode;
}

/** A file: its pages, and what a reader's window calls it. */
export function File({ title, author, madeAt, children }: FileProps) {
  return (
    <Document
      title={title}
      author={author}
      creator="Dueline"
      producer="Dueline"
      language="en-US"
      creationDate={madeAt}
      modificationDate={madeAt}
    >
      {children}
    </Document>
  );
}
