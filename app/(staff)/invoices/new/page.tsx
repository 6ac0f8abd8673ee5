import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { TaxList } from '@/components/invoices/tax-list';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { letterhead } from '@/db/queries/letterhead';
import { taxRateList } from '@/db/queries/tax-rates';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { InvoiceEditor } from './editor';
import { readStart } from './read';

export const metadata: Metadata = { title: 'New invoice' };

/** Writes an invoice: a new one, a draft, a copy of another invoice, or one for the customer that the address names. */
export default async function NewInvoicePage({ searchParams }: PageProps<'/invoices/new'>) {
  const actor = await requireStaff('books:write');
  const params = await searchParams;
  const asked = (name: string) => [params[name] ?? ''].flat()[0] ?? '';
  const start = await readStart(actor, {
    draft: asked('draft'),
    copy: asked('copy'),
    customer: asked('customer'),
  });
  if ('posted' in start) redirect(`/invoices/${start.posted}`);
  if ('foreign' in start)
    return (
      <Page title="Draft" parents={[{ label: 'Invoices', href: '/invoices' }]}>
        <EmptyState
          title="A program is writing this draft"
          actions={<ButtonLink href={route('/invoices?show=draft')}>All drafts</ButtonLink>}
        >
          It came through the API and holds what this editor does not show, such as a total without lines.
          Whatever wrote it can change and post it.
        </EmptyState>
      </Page>
    );
  const { rates, head } = await withScope(actor, 'read', async (tx) => ({
    rates: await taxRateList(tx),
    head: await letterhead(tx),
  }));
  return (
    <>
      <TaxList rates={rates} />
      <InvoiceEditor
        key={`${start.draftId} ${start.seenAt}`}
        head={head}
        timeZone={actor.org.timeZone}
        today={todayIn(actor.org.timeZone)}
        start={start}
        requestId={uuid7()}
      />
    </>
  );
}
