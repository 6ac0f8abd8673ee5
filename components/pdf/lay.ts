import { wrapped } from './fit';
import { paginate } from './paginate';
import { type Column, type Line, PITCH } from './table';
import { widthOf } from './type';

/** A column before it is known how wide it gets. */
export type Head = Pick<Column, 'heading' | 'align' | 'dot'>;

/** A table laid out: its columns, how large its type is, and the lines of each page. */
export interface LaidTable {
  readonly columns: readonly Column[];
  readonly size: number;
  readonly pages: readonly (readonly Line[])[];
}

interface Sheet {
  readonly width: number;
  /** Heights for the table on the first page and on the others. */
  readonly first: number;
  readonly next: number;
}

const SIZES = [8.25, 7.75, 7.25, 6.75, 6.25, 5.75, 5.25, 4.75];
const GAP = 12;
const DOT_WIDTH = 9;
/** What the first column, the only one that wraps, must at least have, in widths of its type. */
const NAME_EMS = 15;

/**
 * Lays a table out on sheets: type as large as lets all amounts stand on one line, every column as wide as its widest cell, and
 * what is left for the names of the first, which go on below where they are longer.
 */
export function layTable(heads: readonly Head[], lines: readonly Line[], sheet: Sheet): LaidTable {
  const ems = heads.map((head, i) => (i === 0 ? 0 : widest(head, lines, i)));
  const taken = (size: number) => ems.slice(1).reduce((sum, em) => sum + em * size + GAP, 0);
  const size = SIZES.find((each) => sheet.width - taken(each) >= NAME_EMS * each) ?? 4.75;
  const columns = heads.map((head, i) => ({
    ...head,
    width: i === 0 ? sheet.width - taken(size) : (ems[i] ?? 0) * size + GAP,
  }));
  const room = (height: number) => Math.floor(height / PITCH) - 1;
  const laid = lines.flatMap((line) => nameInLines(line, columns[0]?.width ?? 0, size));
  return { columns, size, pages: paginate(laid, { first: room(sheet.first), next: room(sheet.next) }) };
}

/** How wide the widest cell of a column is, in widths of its type. */
function widest({ heading, dot }: Head, lines: readonly Line[], index: number): number {
  let most = widthOf(heading, 1, 600) + (dot ? DOT_WIDTH / 8 : 0);
  for (const { cells, look } of lines) {
    const cell = cells[index];
    if (cell) most = Math.max(most, widthOf(cell, 1, look === 'total' || look === 'group' ? 600 : 400));
  }
  return most;
}

function nameInLines(line: Line, width: number, size: number): Line[] {
  const [name = '', ...rest] = line.cells;
  const weight = line.look === 'total' || line.look === 'group' ? 600 : 400;
  const [first = '', ...others] = wrapped(name, { width: width - 4, size, weight });
  return [
    { ...line, cells: [first, ...rest] },
    ...others.map((each): Line => ({ look: 'more', cells: [each] })),
  ];
}
