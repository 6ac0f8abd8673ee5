import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { customerById } from '@/db/queries/customers';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { isUuid, uuid7 } from '@/lib/uuid';
import { InvoiceForm } from './form';

export const metadata: Metadata = { title: 'New invoice' };

/** Writes an invoice, for the customer that the address names or one to find. */
export default async function NewInvoicePage({ searchParams }: PageProps<'/invoices/new'>) {
  const actor = await requireStaff('books:write');
  const { customer: wanted } = await searchParams;
  const id = [wanted ?? ''].flat()[0] ?? '';
  const customer = isUuid(id) ? await withScope(actor, 'read', (tx) => customerById(tx, id)) : null;
  return (
    <Page title="New invoice" parents={[{ label: 'Invoices', href: '/invoices' }]}>
      <InvoiceForm
        seller={actor.org.name}
        currency={actor.org.currency}
        today={todayIn(actor.org.timeZone)}
        customer={customer}
        requestId={uuid7()}
      />
    </Page>
  );
}
