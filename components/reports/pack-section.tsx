import type { PaperTable } from '@/components/paper-table';
import { ScrollRegion } from '@/components/ui/scroll-region';

/** Rows that are drawn on screen; the file has them all. */
const DRAWN = 100;

/** A table of the month-end pack on screen. */
export function PackSection({ table: { title, words, heads, rows, total } }: { readonly table: PaperTable }) {
  return (
    <section aria-label={title}>
      <h2 className="text-section">{title}</h2>
      <p className="text-muted-foreground">{words}</p>
      {rows.length === 0 ? (
        <p className="mt-2">Nobody.</p>
      ) : (
        <ScrollRegion label={`${title}, table`} className="tbl-scroll mt-2">
          <table className="tbl tbl-sm tbl-stack">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                {heads.map((head, i) => (
                  <th key={head} scope="col" className={i === 0 ? undefined : 'num'}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, DRAWN).map(([name, ...cells], at) => (
                <tr key={`${name} ${at + 1}`}>
                  <th scope="row" className="md:max-w-[360px] md:truncate" title={name}>
                    {name}
                  </th>
                  {cells.map((cell, i) => (
                    <td key={heads[i + 1]} className="num" data-label={heads[i + 1]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
            {total && (
              <tfoot>
                <tr>
                  <th scope="row">{total[0]}</th>
                  {total.slice(1).map((cell, i) => (
                    <td key={heads[i + 1]} className="num" data-label={heads[i + 1]}>
                      {cell}
                    </td>
                  ))}
                </tr>
              </tfoot>
            )}
          </table>
          {rows.length > DRAWN && (
            <p className="mt-1 text-meta text-muted-foreground">
              The first {DRAWN} of {rows.length}; the file has all.
            </p>
          )}
        </ScrollRegion>
      )}
    </section>
  );
}
