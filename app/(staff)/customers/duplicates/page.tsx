import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { type LikelyDuplicate, likelyDuplicates } from '@/db/queries/likely-duplicates';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { route } from '@/lib/url';

export const metadata: Metadata = { title: 'Likely duplicates' };

/** Customers that are there twice, as far as name and e-mail tell, each with the way to merge it. */
export default async function DuplicatesPage() {
  const actor = await requireStaff('books:read');
  const pairs = await withScope(actor, 'read', likelyDuplicates);
  const mayWrite = may(actor, 'books:write');
  return (
    <Page title="Likely duplicates" parents={[{ label: 'Customers', href: '/customers' }]}>
      {pairs.length === 0 ? (
        <EmptyState
          title="Nobody is there twice"
          tone="good"
          actions={<ButtonLink href="/customers">All customers</ButtonLink>}
        >
          No two customers have the same name, but for legal forms and marks, or the same e-mail address.
        </EmptyState>
      ) : (
        <>
          <TableKeys />
          <table className="tbl">
            <caption className="sr-only">Customers that may be one</caption>
            <thead>
              <tr>
                <th scope="col">Newer</th>
                <th scope="col" className="num max-md:hidden">
                  Owes
                </th>
                <th scope="col">Older</th>
                <th scope="col" className="num max-md:hidden">
                  Owes
                </th>
                <th scope="col" className="max-lg:hidden">
                  In common
                </th>
                <th scope="col">
                  <span className="sr-only">Merge</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {pairs.map((pair) => (
                <Pair key={`${pair.newer.id} ${pair.older.id}`} pair={pair} mayWrite={mayWrite} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </Page>
  );
}

function Pair({
  pair: { newer, older, because },
  mayWrite,
}: {
  readonly pair: LikelyDuplicate;
  readonly mayWrite: boolean;
}) {
  return (
    <tr data-row>
      <th scope="row" className={PHONE_CELL}>
        <Link href={route(`/customers/${newer.id}`)} data-row-link className="hover:underline">
          {newer.name}
        </Link>
      </th>
      <td className="num max-md:hidden">
        <Money amount={newer.balanceMinor} currency={newer.currency} zero="dash" />
      </td>
      <td className="max-md:whitespace-normal!">
        <Link href={route(`/customers/${older.id}`)} className="hover:underline">
          {older.name}
        </Link>
      </td>
      <td className="num max-md:hidden">
        <Money amount={older.balanceMinor} currency={older.currency} zero="dash" />
      </td>
      <td className="text-muted-foreground max-lg:hidden">{because === 'name' ? 'Name' : 'E-mail'}</td>
      <td className="text-right">
        {mayWrite && (
          <ButtonLink
            href={route(`/customers/${newer.id}?dialog=merge&into=${older.id}`)}
            size="sm"
            aria-label={`Merge ${newer.name} into ${older.name}`}
          >
            Merge…
          </ButtonLink>
        )}
      </td>
    </tr>
  );
}
