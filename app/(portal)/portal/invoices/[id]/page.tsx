import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireCustomer } from '@/app/_auth/actor';
import { Paper } from '@/components/invoices/paper';
import { paperOf } from '@/components/invoices/paper-of';
import { Late } from '@/components/late';
import { PortalPage } from '@/components/portal/portal-page';
import { SettledBy } from '@/components/portal/settled-by';
import { Badge } from '@/components/ui/badge';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import { portalDocument } from '@/db/queries/portal-documents';
import { withScope } from '@/db/scope';
import type { CustomerActor } from '@/lib/actor';
import { daysPastDue } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { isUuid } from '@/lib/uuid';

const read = cache(async (actor: CustomerActor, id: string) => {
  const document = isUuid(id) ? await withScope(actor, 'read', (tx) => portalDocument(tx, id)) : null;
  return document ?? notFound();
});

/** "INV-20399". */
export async function generateMetadata({ params }: PageProps<'/portal/invoices/[id]'>): Promise<Metadata> {
  const { number } = await read(await requireCustomer(), (await params).id);
  return { title: number };
}

/** One document as paper, what is still to be paid of it, and what has settled it. */
export default async function PortalInvoicePage({ params }: PageProps<'/portal/invoices/[id]'>) {
  const actor = await requireCustomer();
  const { org } = actor;
  const document = await read(actor, (await params).id);
  const { number, currency, items, settledBy, isReversed, amountMinor } = document;
  const today = todayIn(org.timeZone);
  const openMinor = sumOf(items.map((item) => item.openMinor));
  const due = items.find((item) => item.openMinor > 0)?.dueOn;
  return (
    <PortalPage back={{ label: 'Due', href: '/portal' }}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 px-4 pb-5 md:px-0 print:hidden">
        <div>
          <h1 className="text-section font-normal tracking-normal text-muted-foreground">
            {number}, {amountMinor < 0 ? 'still to be used' : 'still to pay'}
          </h1>
          <p className="fig text-[30px] leading-10 font-semibold tracking-[-.022em]">
            {formatMoney(toMinor(Math.abs(openMinor)), currency)}
          </p>
          <p className="flex items-center gap-2 text-form">
            {due && <Late days={daysPastDue(due, today)} bounds={org.bounds} />}
            {isReversed && <Badge tone="bad">Void</Badge>}
            {!isReversed && openMinor === 0 && <Badge tone="positive">Paid</Badge>}
          </p>
        </div>
        <span className="ml-auto flex gap-2">
          <DownloadButton
            href={`/exports/documents/${document.documentId}`}
            label="PDF"
            className="max-md:h-11"
          />
          <PrintButton className="max-md:h-11" />
        </span>
      </div>
      <div className="px-4 md:px-0 [&>article]:max-w-none">
        <Paper content={paperOf(document, org.name)} />
      </div>
      <SettledBy credits={settledBy} currency={currency} today={today} />
    </PortalPage>
  );
}
