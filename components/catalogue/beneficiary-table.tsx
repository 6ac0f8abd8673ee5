import Link from 'next/link';
import { CountRow } from '@/components/count-row';
import { PHONE_CELL } from '@/components/phone-cell';
import { Badge } from '@/components/ui/badge';
import type { BeneficiaryRecord } from '@/db/queries/catalogue';
import { route } from '@/lib/url';

interface BeneficiaryTableProps {
  readonly rows: readonly BeneficiaryRecord[];
  /** All that match, on all pages. */
  readonly count: number;
  /** Names of customers by id. */
  readonly customers: ReadonlyMap<string, string>;
  /** Makes each a link to its page. */
  readonly mayWrite: boolean;
}

/** Beneficiaries by name, with who pays for them. */
export function BeneficiaryTable({ rows, count, customers, mayWrite }: BeneficiaryTableProps) {
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Beneficiaries</caption>
      <thead>
        <tr>
          <th scope="col">Beneficiary</th>
          <th scope="col">Customer</th>
          <th scope="col" className="max-md:hidden">
            Category
          </th>
          <th scope="col" className="num max-md:hidden">
            Born
          </th>
          <th scope="col" className="max-md:hidden">
            <span className="sr-only">State</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, category, birthYear, isActive, customerId }) => (
          <tr key={id} data-row>
            <th scope="row" className={PHONE_CELL}>
              {mayWrite ? (
                <Link href={route(`/beneficiaries/${id}`)} data-row-link className="hover:underline">
                  {name}
                </Link>
              ) : (
                name
              )}
            </th>
            <td className="max-w-[320px] truncate">
              {customerId ? (
                <Link href={route(`/customers/${customerId}`)} className="hover:underline">
                  {customers.get(customerId)}
                </Link>
              ) : (
                <span className="text-subtle">Anybody’s</span>
              )}
            </td>
            <td className="text-muted-foreground max-md:hidden">{category}</td>
            <td className="num fig text-muted-foreground max-md:hidden">{birthYear}</td>
            <td className="text-right max-md:hidden">{!isActive && <Badge>Out of use</Badge>}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <CountRow count={count} noun="beneficiary" plural="beneficiaries" />
      </tfoot>
    </table>
  );
}
