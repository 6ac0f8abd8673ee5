import { ShieldCheck } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { PHONE_CELL } from '@/components/phone-cell';
import { Badge } from '@/components/ui/badge';
import type { Person } from '@/db/queries/people';
import { initialsOf } from '@/lib/initials';
import { route } from '@/lib/url';

interface TeamTableProps {
  readonly people: readonly Person[];
  /** When each was last seen, in words. */
  readonly seen: (person: Person) => string;
}

const ROLES = { admin: 'Admin', manager: 'Manager', customer: 'Customer' } as const;
const SEES = {
  admin: 'Everything, and changes it',
  manager: 'Reads and downloads all',
  customer: 'The own account',
} as const;

/** The people of the business: what each may do, how each signs in, when each was last here. */
export function TeamTable({ people, seen }: TeamTableProps) {
  return (
    <div className="panel tbl-scroll relative overflow-hidden">
      <table className="tbl">
        <caption className="sr-only">Your team</caption>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col" className="max-xl:hidden">
              Sees
            </th>
            <th scope="col" className="max-md:hidden">
              Two-step sign-in
            </th>
            <th scope="col" className="max-md:hidden">
              Last seen
            </th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.membershipId} data-row className="[&>*]:h-[54px]!">
              <th scope="row" className={PHONE_CELL}>
                <PersonCell person={person} />
              </th>
              <td>{ROLES[person.role]}</td>
              <td className="text-muted-foreground max-xl:hidden">{SEES[person.role]}</td>
              <td className="max-md:hidden">
                <FactorBadge has={person.hasSecondFactor} />
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

/** Whether somebody signs in with a code too. */
export function FactorBadge({ has }: { readonly has: boolean }): ReactNode {
  if (!has) return <Badge tone="warning">Off</Badge>;
  return (
    <span className="badge badge-pos">
      <ShieldCheck aria-hidden />
      On
    </span>
  );
}

function PersonCell({ person: { membershipId, name, email, disabledAt } }: { readonly person: Person }) {
  return (
    <span className={`flex items-center gap-3 ${disabledAt ? 'text-muted-foreground' : ''}`}>
      <span aria-hidden className="av size-8! text-meta!">
        {initialsOf(name)}
      </span>
      <span className="min-w-0">
        <Link
          href={route(`/settings/people/${membershipId}`)}
          data-row-link
          className="block leading-[18px] hover:underline"
        >
          {name}
        </Link>
        <span className="block truncate text-meta font-normal text-subtle">{email}</span>
        {disabledAt && (
          <span className="block text-meta font-normal text-destructive md:hidden">Disabled</span>
        )}
      </span>
    </span>
  );
}
