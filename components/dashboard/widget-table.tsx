import type { ReactNode } from 'react';

/** A line of a widget's table; the first cell names it. */
interface TableLine {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

interface WidgetTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly lines: readonly TableLine[];
  /** What the lines add up to. */
  readonly total?: readonly ReactNode[];
}

/** What a widget draws, as a table: the first column names the line, the others are figures. */
export function WidgetTable({ caption, head, lines, total }: WidgetTableProps) {
  return (
    <table className="tbl tbl-sm">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((label, i) => (
            <th key={label} scope="col" className={i === 0 ? '' : 'num'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, cells }) => (
          <tr key={key}>{cells.map((cell, i) => cellOf(cell, head[i] ?? '', i))}</tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>{total.map((cell, i) => cellOf(cell, head[i] ?? '', i))}</tr>
        </tfoot>
      )}
    </table>
  );
}

function cellOf(cell: ReactNode, key: string, index: number) {
  if (index > 0)
    return (
      <td key={key} className="num">
        {cell}
      </td>
    );
  return (
    <th key={key} scope="row">
      {cell}
    </th>
  );
}
