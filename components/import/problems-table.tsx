import type { RowProblem } from '@/lib/import/table';

/** Problems that are listed on the page; the file has them all. */
export const PROBLEMS_SHOWN = 200;

/** What is wrong, cell by cell: the row as the file counts it, the column, what it holds, what would be accepted. */
export function ProblemsTable({ problems }: { readonly problems: readonly RowProblem[] }) {
  return (
    <div className="-mx-6 overflow-x-auto max-md:-mx-4">
      <table className="tbl tbl-sm">
        <caption className="sr-only">Rows that cannot be imported</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              Row
            </th>
            <th scope="col">Column</th>
            <th scope="col" className="max-md:hidden">
              Value
            </th>
            <th scope="col">What is wrong</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, PROBLEMS_SHOWN).map(({ row, column, value, problem, hint }) => (
            <tr key={`${row} ${column} ${problem}`} className="align-top [&>*]:py-1.5!">
              <th scope="row" className="num fig">
                {row}
              </th>
              <td className="max-w-[180px] truncate max-md:whitespace-normal!" title={column}>
                {column || <span className="text-muted-foreground">the row</span>}
              </td>
              <td className="max-w-[180px] truncate text-muted-foreground max-md:hidden" title={value}>
                {value || <span className="text-subtle">empty</span>}
              </td>
              <td className="min-w-[220px] whitespace-normal!">
                {problem} <span className="text-muted-foreground">{hint}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
