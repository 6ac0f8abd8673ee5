import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { EmptyState } from '@/components/ui/empty-state';
import { MAX_PAYERS, payerList } from '@/db/queries/payer-aliases';
import { withScope } from '@/db/scope';
import { may } from '@/lib/permissions';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { ForgetPayer } from './forget-payer';

export const metadata: Metadata = { title: 'Known payers' };

/** Whose money comes from which account and under which name, as booked lines taught; each can be forgotten. */
export default async function PayersPage() {
  const actor = await requireStaff('books:read');
  const rows = await withScope(actor, 'read', (tx) => payerList(tx));
  const mayWrite = may(actor, 'books:write');
  return (
    <Page title="Known payers" parents={[{ label: 'Receipts', href: '/receipts' }]}>
      {rows.length === 0 ? (
        <EmptyState title="No payer is known yet">
          Every line that is booked teaches from which account, and under which name, a customer pays.
        </EmptyState>
      ) : (
        <table className="tbl">
          <caption className="sr-only">Known payers</caption>
          <thead>
            <tr>
              <th scope="col">As the bank writes it</th>
              <th scope="col" className="max-md:hidden">
                Which
              </th>
              <th scope="col">Customer</th>
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, kind, shown, customerId, customer }) => (
              <tr key={id}>
                <th scope="row" className="max-w-[280px] break-all whitespace-normal!">
                  {shown}
                </th>
                <td className="text-muted-foreground max-md:hidden">
                  {kind === 'account' ? 'Account' : 'Name'}
                </td>
                <td className="max-w-[220px] truncate">
                  <Link href={route(`/customers/${customerId}`)} className="hover:underline">
                    {customer}
                  </Link>
                </td>
                <td className="num">
                  {mayWrite && <ForgetPayer aliasId={id} shown={shown} requestId={uuid7()} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length === MAX_PAYERS && (
        <p className="px-6 py-3 text-muted-foreground max-md:px-4">
          The {MAX_PAYERS} learned last are shown.
        </p>
      )}
    </Page>
  );
}
