import { EmptyState } from '@/components/ui/empty-state';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { formatCount } from '@/lib/format';
import type { TableChange } from './table-changes';

/** Figures of one table that are listed; what follows is counted. */
const LISTED = 200;

interface TableChangesListProps {
  readonly changes: readonly TableChange[];
  /** When the report was taken away, in words. */
  readonly takenAt: string;
}

/** The figures of a report that read otherwise now than they did when it was taken, table by table. */
export function TableChangesList({ changes, takenAt }: TableChangesListProps) {
  if (changes.length === 0)
    return (
      <EmptyState title="Nothing has changed" tone="good">
        The same report for the same day says today what it said when it was taken ({takenAt}).
      </EmptyState>
    );
  const count = changes.reduce((sum, { cells }) => sum + cells.length, 0);
  return (
    <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
      <p className="text-muted-foreground">
        Since it was taken ({takenAt}), {formatCount(count, 'figure')} of that day became known otherwise.
      </p>
      {changes.map(({ title, cells }) => (
        <section key={title} aria-label={title}>
          <h2 className="text-section">{title}</h2>
          <ScrollRegion label={`${title}, then and now`} className="tbl-scroll mt-2">
            <table className="tbl tbl-sm tbl-stack">
              <caption className="sr-only">{title}: what reads otherwise</caption>
              <thead>
                <tr>
                  <th scope="col">Line</th>
                  <th scope="col">Figure</th>
                  <th scope="col" className="num">
                    Then
                  </th>
                  <th scope="col" className="num">
                    Now
                  </th>
                </tr>
              </thead>
              <tbody>
                {cells.slice(0, LISTED).map(({ row, column, before, after }, at) => (
                  <tr key={`${row} ${column} ${at + 1}`}>
                    <th scope="row">{row}</th>
                    <td data-label="Figure">{column}</td>
                    <td data-label="Then" className="num">
                      {before ?? 'not there'}
                    </td>
                    <td data-label="Now" className="num">
                      {after ?? 'not there'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {cells.length > LISTED && (
            <p className="mt-1 text-meta text-muted-foreground">
              The first {LISTED} of {formatCount(cells.length, 'figure')}.
            </p>
          )}
        </section>
      ))}
    </div>
  );
}
