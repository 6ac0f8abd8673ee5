import { Canvas } from '@react-pdf/renderer';
import { HAIR, INK, QUIET } from './ink';
import { directions, faceOf, type Setting, settingOf, type Typeface, type Weight, widthOf } from './type';

/** A column of a table on paper. */
export interface Column {
  readonly heading: string;
  /** In points, the gap to the column before included. */
  readonly width: number;
  readonly align: 'left' | 'right';
  /** The colour of the square before the heading. */
  readonly dot?: string;
}

/** A line of a table: one cell per column, printable. `more` goes on with the name above it. */
export interface Line {
  readonly look: 'row' | 'more' | 'group' | 'total' | 'quiet';
  readonly cells: readonly string[];
}

/** From one line to the next, in points. */
export const PITCH = 14;

interface TableProps {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** Size of type, in points. */
  readonly size: number;
  /** Told when the table is drawn: the page is all but done. */
  readonly onDrawn?: (() => void) | undefined;
}

/**
 * A table as tall as its lines, headings first. It is drawn, not laid out: a page of cells that are elements each takes react-pdf
 * ten times as long.
 */
export function Table({ columns, lines, size, onDrawn }: TableProps) {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <Canvas
      style={{ width, height: (lines.length + 1) * PITCH + 2 }}
      paint={(pen: Pen) => {
        pen.fontSize(size);
        headings(pen, columns, size);
        rule(pen, { y: PITCH, width, color: INK, weight: 0.9 });
        lines.forEach((line, i) => row(pen, line, { columns, size, y: (i + 1) * PITCH }));
        rules(pen, lines, width);
        onDrawn?.();
        return null;
      }}
    />
  );
}

/** As much of react-pdf's painter as a table takes. */
interface Pen {
  font(typeface: Typeface, name: string): Pen;
  fontSize(size: number): Pen;
  fillColor(color: string): Pen;
  text(text: string, x: number, y: number, setting: Setting): Pen;
  rect(x: number, y: number, width: number, height: number): Pen;
  roundedRect(x: number, y: number, width: number, height: number, radius: number): Pen;
  moveTo(x: number, y: number): Pen;
  lineTo(x: number, y: number): Pen;
  lineWidth(width: number): Pen;
  strokeColor(color: string): Pen;
  stroke(): Pen;
  fill(): Pen;
}

/** Above the foot of a line stands the foot of its letters. */
const BASELINE = 4.2;
const DOT = 5;

function headings(pen: Pen, columns: readonly Column[], size: number): void {
  pen.fillColor(INK);
  each(columns, (column, x) => {
    const at = set(pen, column.heading, { column, x, y: 0, size, weight: 600 });
    if (!column.dot) return;
    pen
      .fillColor(column.dot)
      .roundedRect(at - DOT - 4, PITCH - BASELINE - DOT - 0.4, DOT, DOT, 1.2)
      .fill();
    pen.fillColor(INK);
  });
}

interface Place {
  readonly columns: readonly Column[];
  readonly size: number;
  readonly y: number;
}

function row(pen: Pen, { look, cells }: Line, { columns, size, y }: Place): void {
  const weight = look === 'total' || look === 'group' ? 600 : 400;
  pen.fillColor(look === 'quiet' ? QUIET : INK);
  each(columns, (column, x, i) => {
    const text = cells[i];
    if (text) set(pen, text, { column, x, y, size, weight });
  });
}

interface Spot {
  readonly column: Column;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
}

/** Sets a text in its column and answers where it begins. */
function set(pen: Pen, text: string, { column, x, y, size, weight }: Spot): number {
  const at = column.align === 'left' ? x : x + column.width - widthOf(text, size, weight);
  let pieceAt = at;
  const typeface = faceOf(text, weight);
  pen.font(typeface, typeface.postscriptName);
  for (const piece of directions(text)) {
    pen.text(piece, pieceAt, y + PITCH - BASELINE, settingOf(piece));
    pieceAt += widthOf(piece, size, weight);
  }
  return at;
}

/** Hairlines between lines, a strong one above the totals. */
function rules(pen: Pen, lines: readonly Line[], width: number): void {
  lines.forEach((line, i) => {
    const next = lines[i + 1]?.look;
    const y = (i + 2) * PITCH;
    if (next === 'total' && line.look !== 'total') rule(pen, { y, width, color: INK, weight: 0.9 });
    else if (
      line.look === 'quiet' ? next === 'row' : next !== 'more' && next !== 'quiet' && line.look !== 'total'
    )
      rule(pen, { y, width, color: HAIR, weight: 0.5 });
  });
}

interface Rule {
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly weight: number;
}

function rule(pen: Pen, { y, width, color, weight }: Rule): void {
  pen.moveTo(0, y).lineTo(width, y).lineWidth(weight).strokeColor(color).stroke();
}

function each(columns: readonly Column[], draw: (column: Column, x: number, index: number) => void): void {
  let x = 0;
  columns.forEach((column, i) => {
    draw(column, x, i);
    x += column.width;
  });
}
