import Link from 'next/link';
import { CountRow } from '@/components/count-row';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { Badge } from '@/components/ui/badge';
import type { ServiceRecord } from '@/db/queries/catalogue';
import { shortDecimal } from '@/lib/short-decimal';
import { route } from '@/lib/url';

interface ServiceTableProps {
  readonly rows: readonly ServiceRecord[];
  /** All that match, on all pages. */
  readonly count: number;
  /** Makes each a link to its page. */
  readonly mayWrite: boolean;
}

/** Services by name, with what each costs. */
export function ServiceTable({ rows, count, mayWrite }: ServiceTableProps) {
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Services</caption>
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col" className="max-lg:hidden">
            On the invoice
          </th>
          <th scope="col" className="max-md:hidden">
            <span className="sr-only">State</span>
          </th>
          <th scope="col" className="num max-md:hidden">
            Tax
          </th>
          <th scope="col">Currency</th>
          <th scope="col" className="num">
            Fee
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, description, isActive, taxPercent, feeMinor, currency }) => (
          <tr key={id} data-row>
            <th scope="row" className={PHONE_CELL}>
              {mayWrite ? (
                <Link href={route(`/services/${id}`)} data-row-link className="hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
              {!isActive && (
                <span className="mt-1 block font-normal text-muted-foreground md:hidden">
                  No longer offered
                </span>
              )}
            </th>
            <td
              className="max-w-[360px] truncate text-muted-foreground max-lg:hidden"
              title={description ?? undefined}
            >
              {description}
            </td>
            <td className="max-md:hidden">{!isActive && <Badge>No longer offered</Badge>}</td>
            <td className="num fig text-muted-foreground max-md:hidden">
              {Number(taxPercent) === 0 ? <span className="z">–</span> : `${shortDecimal(taxPercent)}%`}
            </td>
            <td className="text-muted-foreground">{currency}</td>
            <td className="num font-medium">
              <Money amount={feeMinor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <CountRow count={count} noun="service" />
      </tfoot>
    </table>
  );
}
