import Link from 'next/link';
import { PHONE_CELL } from '@/components/phone-cell';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ImportRow } from '@/db/queries/imports';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatInstant } from '@/lib/format';
import { countOf, KIND_HEADINGS } from '@/lib/import/words';
import { route } from '@/lib/url';

interface ImportTableProps {
  readonly rows: readonly ImportRow[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** The files that somebody brought, newest first, and what became of them. */
export function ImportTable({ rows, timeZone, today }: ImportTableProps) {
  return (
    <table className="tbl">
      <caption className="sr-only">Imports</caption>
      <thead>
        <tr>
          <th scope="col">File</th>
          <th scope="col" className="max-md:hidden">
            What
          </th>
          <th scope="col" className="num max-md:hidden">
            Rows
          </th>
          <th scope="col">State</th>
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
                href={route(`/import/${row.id}`)}
                data-row-link
                className="hover:underline"
                title={row.fileName}
              >
                {row.fileName}
              </Link>
              <span className="block font-normal text-muted-foreground md:hidden">
                {KIND_HEADINGS[row.kind]}, {formatCount(row.rowCount ?? 0, 'row')}
              </span>
            </th>
            <td className="max-md:hidden">{KIND_HEADINGS[row.kind]}</td>
            <td className="num max-md:hidden">{formatCount(row.rowCount ?? 0)}</td>
            <td>
              <ImportState row={row} />
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

function ImportState({ row }: { readonly row: ImportRow }) {
  const [tone, words] = stateOf(row);
  return <Badge tone={tone}>{words}</Badge>;
}

function stateOf({ kind, undoneAt, bookedAt, summary }: ImportRow): [Tone, string] {
  if (undoneAt) return ['neutral', 'Undone'];
  if (bookedAt) return ['positive', summary ? `${countOf(kind, summary.created)} imported` : 'Imported'];
  return ['info', 'Not imported yet'];
}
