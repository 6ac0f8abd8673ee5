import type { PaperTable } from '@/components/paper-table';

/** What a widget draws, as a table: the first column names the line, the others are figures. */
export function WidgetTable({ table: { words, heads, rows, total } }: { readonly table: PaperTable }) {
  return (
    <table className="tbl tbl-sm">
      <caption className="sr-only">{words}</caption>
      <thead>
        <tr>
          {heads.map((label, i) => (
            <th key={label} scope="col" className={i === 0 ? '' : 'num'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, at) => (
          <tr key={`${cells[0]} ${at + 1}`}>{cells.map((cell, i) => cellOf(cell, heads[i] ?? '', i))}</tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>{total.map((cell, i) => cellOf(cell, heads[i] ?? '', i))}</tr>
        </tfoot>
      )}
    </table>
  );
}

function cellOf(cell: string, key: string, index: number) {
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
