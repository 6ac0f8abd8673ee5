import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { Page } from '@/components/shell/page';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { uuid7 } from '@/lib/uuid';
import { beginning } from '../../invoices/new/read';
import { RecurringForm } from '../recurring-form';

export const metadata: Metadata = { title: 'New recurring invoice' };

/** An invoice that is to repeat: from scratch, for the customer that the address names, or like an invoice that it names. */
export default async function NewRecurringPage({ searchParams }: PageProps<'/recurring/new'>) {
  const actor = await requireStaff('books:write');
  const params = await searchParams;
  const asked = (name: string) => [params[name] ?? ''].flat()[0] ?? '';
  const start = await withScope(actor, 'read', (tx) =>
    beginning(tx, actor, { copy: asked('invoice'), customer: asked('customer') }),
  );
  return (
    <Page title="New recurring invoice" parents={[{ label: 'Recurring', href: '/recurring' }]}>
      <RecurringForm
        requestId={uuid7()}
        today={todayIn(actor.org.timeZone)}
        customer={start.customer}
        currency={start.written.currency}
        lines={start.written.lines}
        goesOn={null}
      />
    </Page>
  );
}
