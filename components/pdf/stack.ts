import type { PaperTable } from '@/components/paper-table';
import type { PaperSize } from '@/lib/domain/paper-size';
import { HEAD, roomOn } from './frame';
import { type LaidTable, layTable } from './lay';
import { type Line, PITCH } from './table';
import { printable } from './type';

/** A table, or a part of it, on one sheet. */
interface Block extends Pick<LaidTable, 'columns' | 'size'> {
  readonly table: PaperTable;
  readonly lines: readonly Line[];
  /** Whether the table begins here. */
  readonly isFirst: boolean;
}

/** A table's title, its words, and the space above them, in points. */
export const CAPTION = 40;
/** Lines that must have room for a table to begin on a sheet: fewer look lost at its foot. */
const LEAST = 4;

/** The sheets of a file: each holds the tables that have room below each other. */
export function stack(tables: readonly PaperTable[], paper: PaperSize): Block[][] {
  const { width, height } = roomOn(paper);
  const whole = height - HEAD.next;
  const sheets: Block[][] = [[]];
  let left = height - HEAD.first;
  for (const table of tables) {
    const lines = linesOf(table);
    const least = CAPTION + heightOf(Math.min(lines.length, LEAST));
    if (left < least || (left < CAPTION + heightOf(lines.length) && lines.length <= LEAST * 3)) {
      sheets.push([]);
      left = whole;
    }
    const heads = table.heads.map((heading, i) => ({ heading, align: i === 0 ? 'left' : 'right' }) as const);
    const { columns, size, pages } = layTable(heads, lines, {
      width,
      first: left - CAPTION,
      next: whole - CAPTION,
    });
    pages.forEach((part, i) => {
      if (i > 0) {
        sheets.push([]);
        left = whole;
      }
      sheets.at(-1)?.push({ table, columns, size, lines: part, isFirst: i === 0 });
      left -= CAPTION + heightOf(part.length);
    });
  }
  return sheets.filter((blocks, i) => i === 0 || blocks.length > 0);
}

function linesOf({ rows, total }: PaperTable): Line[] {
  const lines: Line[] = rows.map((cells) => ({ look: 'row', cells: cells.map(printable) }));
  const none: Line[] = rows.length === 0 ? [{ look: 'row', cells: ['None'] }] : [];
  return [...lines, ...none, ...(total ? [{ look: 'total', cells: total.map(printable) } as const] : [])];
}

function heightOf(lines: number): number {
  return (lines + 1) * PITCH + 2;
}
