import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { Page } from '@/components/shell/page';
import { TableKeys } from '@/components/table-keys';
import { ButtonLink } from '@/components/ui/button';
import { batchInvoices } from '@/db/queries/invoice-batch';
import { withScope } from '@/db/scope';
import { formatCount } from '@/lib/format';
import { route } from '@/lib/url';
import { isUuid } from '@/lib/uuid';

export const metadata: Metadata = { title: 'Billed at once' };

/** What one press posted: each invoice with its number. */
export default async function BatchResultPage({ params }: PageProps<'/invoices/batch/[id]'>) {
  const actor = await requireStaff('books:read');
  const { id } = await params;
  const invoices = isUuid(id) ? await withScope(actor, 'read', (tx) => batchInvoices(tx, id)) : [];
  if (invoices.length === 0) notFound();
  return (
    <Page
      title={`${formatCount(invoices.length, 'invoice')} posted`}
      parents={[{ label: 'Invoices', href: '/invoices' }]}
      actions={
        <ButtonLink href="/invoices/batch" size="sm">
          Bill others
        </ButtonLink>
      }
    >
      <TableKeys />
      <table className="tbl tbl-sticky">
        <caption className="sr-only">Posted invoices</caption>
        <thead>
          <tr>
            <th scope="col">Invoice</th>
            <th scope="col">Customer</th>
            <th scope="col">Currency</th>
            <th scope="col" className="num">
              Amount
            </th>
          </tr>
        </thead>
        <tbody>
          {invoices.map(({ documentId, number, customer, currency, amountMinor }) => (
            <tr key={documentId} data-row>
              <th scope="row" className={PHONE_CELL}>
                <Link href={route(`/invoices/${documentId}`)} data-row-link className="fig hover:underline">
                  {number}
                </Link>
              </th>
              <td>{customer}</td>
              <td className="text-muted-foreground">{currency}</td>
              <td className="num font-medium">
                <Money amount={amountMinor} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Page>
  );
}
