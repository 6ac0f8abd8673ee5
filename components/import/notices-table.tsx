import { formatCount } from '@/lib/format';
import type { RowNotice } from '@/lib/import/plan';

const SHOWN = 200;

/** Rows that are imported although something about them is odd, folded away. Draws nothing when there are none. */
export function NoticesTable({ notices }: { readonly notices: readonly RowNotice[] }) {
  if (notices.length === 0) return null;
  return (
    <details>
      <summary className="w-fit font-medium">
        {formatCount(notices.length, 'row')} would be imported with something odd
      </summary>
      <div className="-mx-6 mt-2 overflow-x-auto max-md:-mx-4">
        <table className="tbl tbl-sm">
          <caption className="sr-only">Rows with something odd</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">What is odd</th>
            </tr>
          </thead>
          <tbody>
            {notices.slice(0, SHOWN).map(({ row, column, value, notice }) => (
              <tr key={`${row} ${column} ${notice}`}>
                <th scope="row" className="num fig">
                  {row}
                </th>
                <td>{column}</td>
                <td>{value}</td>
                <td className="min-w-[220px] whitespace-normal!">{notice}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
