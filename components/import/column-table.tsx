import { CircleAlert } from 'lucide-react';
import { Select } from '@/components/ui/select';
import { type FileKind, IMPORT_FIELDS, NEEDED_FIELDS } from '@/lib/import/fields';

/** A column of the file: its name, what it holds in the first rows, and the field it feeds ('' for none). */
export interface MappedColumn {
  readonly name: string;
  readonly samples: readonly string[];
  readonly field: string;
}

interface ColumnTableProps {
  readonly kind: FileKind;
  readonly columns: readonly MappedColumn[];
  readonly error: string | undefined;
}

/** One row per column of the file, each with the field it feeds. */
export function ColumnTable({ kind, columns, error }: ColumnTableProps) {
  const fields = IMPORT_FIELDS[kind];
  const alone = new Set(NEEDED_FIELDS[kind].flatMap((group) => (group.length === 1 ? group : [])));
  return (
    <>
      <table className="tbl tbl-sm -mx-5 w-[calc(100%+40px)]! max-md:-mx-4 max-md:w-[calc(100%+32px)]! max-md:[&_tr>:first-child]:pl-4! max-md:[&_tr>:last-child]:pr-4!">
        <caption className="sr-only">Columns of the file</caption>
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col" className="max-md:hidden">
              For example
            </th>
            <th scope="col" className="w-[248px] max-md:w-[204px]">
              Is
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, samples, field }) => (
            <tr key={name}>
              <th
                scope="row"
                className="max-w-[220px] truncate py-1.5! max-md:whitespace-normal!"
                title={name}
              >
                {name}
                <span className="block truncate font-normal text-muted-foreground md:hidden">
                  {samples[0]}
                </span>
              </th>
              <td
                className="max-w-[360px] truncate text-muted-foreground max-md:hidden"
                title={samples.join(', ')}
              >
                {samples.join(', ') || <span className="text-subtle">empty</span>}
              </td>
              <td className="py-1.5!">
                <Select size="sm" name="column" defaultValue={field} aria-label={`What “${name}” is`}>
                  <option value="">Not used</option>
                  {fields.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {alone.has(id) ? `${label} (needed)` : label}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {error && (
        <p role="alert" className="mt-2 flex gap-1.5 text-destructive">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
    </>
  );
}
