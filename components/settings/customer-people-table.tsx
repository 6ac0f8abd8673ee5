import Link from 'next/link';
import { PHONE_CELL } from '@/components/phone-cell';
import { Badge } from '@/components/ui/badge';
import type { Person } from '@/db/queries/people';
import { route } from '@/lib/url';

interface CustomerPeopleTableProps {
  readonly people: readonly Person[];
  /** When each was last seen, in words. */
  readonly seen: (person: Person) => string;
}

/** The people of customers, who each see the account of one. */
export function CustomerPeopleTable({ people, seen }: CustomerPeopleTableProps) {
  return (
    <div className="panel tbl-scroll relative overflow-hidden">
      <table className="tbl">
        <caption className="sr-only">Customer sign-ins</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Customer</th>
            <th scope="col" className="max-md:hidden">
              Last seen
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.membershipId} data-row>
              <th scope="row" className={PHONE_CELL}>
                <Link
                  href={route(`/settings/people/${person.membershipId}`)}
                  data-row-link
                  className="hover:underline"
                >
                  {person.name}
                </Link>{' '}
                <span className="text-meta font-normal text-subtle max-md:block">{person.email}</span>
              </th>
              <td className="max-w-[280px] truncate">
                {person.customerId && (
                  <Link href={route(`/customers/${person.customerId}`)} className="hover:underline">
                    {person.customer}
                  </Link>
                )}
              </td>
              <td className="fig text-muted-foreground max-md:hidden">
                {person.disabledAt ? <Badge tone="bad">Disabled</Badge> : seen(person)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
