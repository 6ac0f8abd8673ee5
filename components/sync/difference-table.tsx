import type { Difference } from '@/db/queries/sync-differences';
import { sumOf, toMinor } from '@/lib/domain/money';
import { formatColumn } from '@/lib/format';
import { REASONS } from '@/lib/sources/reasons';
import { OBJECT_WORDS } from './row-words';

interface DifferenceTableProps {
  readonly rows: readonly Difference[];
  readonly currency: string;
  readonly system: string;
}

/** Documents of which both books say different things: what each says is open, and why. */
export function DifferenceTable({ rows, currency, system }: DifferenceTableProps) {
  const apart = ({ oursMinor, sourceMinor }: Difference) => toMinor(oursMinor - sourceMinor);
  return (
    <div className="panel tbl-scroll overflow-x-auto">
      <table className="tbl">
        <caption className="sr-only">Differences in {currency}</caption>
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Customer</th>
            <th scope="col" className="num">
              There
            </th>
            <th scope="col" className="num">
              Here
            </th>
            <th scope="col" className="num">
              Difference
            </th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.object} ${row.sourceId} ${row.documentId}`}>
              <th scope="row">
                {row.object === null ? '' : OBJECT_WORDS[row.object]} {row.number ?? row.sourceId}
              </th>
              <td>{row.customer ?? '–'}</td>
              <td className="num">{formatColumn(row.sourceMinor, currency)}</td>
              <td className="num">{formatColumn(row.oursMinor, currency)}</td>
              <td className="num">{formatColumn(apart(row), currency)}</td>
              <td className="whitespace-normal text-muted-foreground">{whyWords(row, system)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              In all
            </th>
            <td className="num">{formatColumn(sumOf(rows.map(apart)), currency)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function whyWords({ object, reason, documentId }: Difference, system: string): string {
  if (object === null) return `${system} does not have it`;
  if (reason !== null) return REASONS[reason].title;
  return documentId === null ? 'Not booked here' : 'Settled or voided here, or paid there without a payment';
}
