import Link from 'next/link';
import { PHONE_CELL } from '@/components/phone-cell';
import { Badge } from '@/components/ui/badge';
import type { StatementRow } from '@/db/queries/bank-statements';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDay, formatInstant } from '@/lib/format';
import { route } from '@/lib/url';

interface StatementTableProps {
  readonly rows: readonly StatementRow[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

const FORMATS: Readonly<Record<StatementRow['format'], string>> = {
  csv: 'CSV',
  camt053: 'CAMT.053',
  ofx: 'OFX',
};

/** The statements that were brought, newest first, and how much of each is left to do. */
export function StatementTable({ rows, timeZone, today }: StatementTableProps) {
  return (
    <table className="tbl">
      <caption className="sr-only">Statements</caption>
      <thead>
        <tr>
          <th scope="col">Statement</th>
          <th scope="col" className="max-md:hidden">
            Days
          </th>
          <th scope="col" className="max-lg:hidden">
            Format
          </th>
          <th scope="col" className="num max-md:hidden">
            Lines
          </th>
          <th scope="col">To do</th>
          <th scope="col" className="max-lg:hidden">
            Brought
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row>
            <th scope="row" className={`max-w-[360px] truncate ${PHONE_CELL}`}>
              <Link
                href={route(`/receipts/${row.id}`)}
                data-row-link
                className="hover:underline"
                title={row.fileName}
              >
                {row.fileName}
              </Link>
              {row.account && <span className="fig block font-normal text-subtle">{row.account}</span>}
            </th>
            <td className="fig text-muted-foreground max-md:hidden">
              {[...new Set([row.firstOn, row.lastOn])]
                .filter((day) => day !== null)
                .map((day) => formatDay(day))
                .join(' – ')}
            </td>
            <td className="max-lg:hidden">{FORMATS[row.format]}</td>
            <td className="num max-md:hidden">{formatCount(row.lineCount)}</td>
            <td>
              <ToDo row={row} />
            </td>
            <td className="fig text-muted-foreground max-lg:hidden">
              {formatInstant(row.createdAt, timeZone, today)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ToDo({ row: { takenAt, openCount, exactCount } }: { readonly row: StatementRow }) {
  if (!takenAt) return <Badge tone="warning">Columns to name</Badge>;
  if (openCount === 0) return <Badge tone="positive">Done</Badge>;
  return (
    <>
      {formatCount(openCount)} open
      {exactCount > 0 && <span className="text-muted-foreground">, {formatCount(exactCount)} exact</span>}
    </>
  );
}
