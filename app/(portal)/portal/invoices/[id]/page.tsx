import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireCustomer } from '@/app/_auth/actor';
import { ClaimBadges } from '@/components/customers/claim-badges';
import { Paper } from '@/components/invoices/paper';
import { paperOf } from '@/components/invoices/paper-of';
import { Late } from '@/components/late';
import { PortalPage } from '@/components/portal/portal-page';
import { SettledBy } from '@/components/portal/settled-by';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import { claimsByDocument } from '@/db/queries/claims';
import { letterhead } from '@/db/queries/letterhead';
import { portalDocument } from '@/db/queries/portal-documents';
import { withScope } from '@/db/scope';
import type { CustomerActor } from '@/lib/actor';
import { daysPastDue } from '@/lib/domain/aging';
import { todayIn } from '@/lib/domain/dates';
import { sumOf, toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { route, withParams } from '@/lib/url';
import { isUuid } from '@/lib/uuid';

const read = cache(async (actor: CustomerActor, id: string) => {
  if (!isUuid(id)) notFound();
  const day = { asOf: todayIn(actor.org.timeZone), timeZone: actor.org.timeZone };
  const document = await withScope(actor, 'read', async (tx) => {
    const found = await portalDocument(tx, id);
    if (!found) return null;
    const claims = (await claimsByDocument(tx, actor.customerId, day)).get(id);
    return { ...found, claims, head: await letterhead(tx) };
  });
  return document ?? notFound();
});

/** "INV-20399". */
export async function generateMetadata({ params }: PageProps<'/portal/invoices/[id]'>): Promise<Metadata> {
  const { number } = await read(await requireCustomer(), (await params).id);
  return { title: number };
}

/** One document as paper, what is still to be paid of it, and what has settled it. */
export default async function PortalInvoicePage({
  params,
  searchParams,
}: PageProps<'/portal/invoices/[id]'>) {
  const actor = await requireCustomer();
  const { org } = actor;
  const document = await read(actor, (await params).id);
  const { number, currency, items, settledBy, isReversed, amountMinor } = document;
  const today = todayIn(org.timeZone);
  const openMinor = sumOf(items.map((item) => item.openMinor));
  const due = items.find((item) => item.openMinor > 0)?.dueOn;
  const claims = document.claims;
  const isTold = (await searchParams).told !== undefined && (claims?.disputedMinor ?? 0) > 0;
  const payable = items.filter((item) => item.openMinor > 0).map((item) => item.itemId);
  return (
    <PortalPage back={{ label: 'Due', href: '/portal' }}>
      {isTold && (
        <p
          role="status"
          className="mx-4 mb-5 rounded-control bg-positive-soft px-3 py-2.5 text-form text-positive md:mx-0"
        >
          Thank you. {org.name} is told, and does not remind you of this while it looks.
        </p>
      )}
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
            <ClaimBadges claims={claims} currency={currency} today={today} />
            {isReversed && <Badge tone="bad">Void</Badge>}
            {!isReversed && openMinor === 0 && <Badge tone="positive">Paid</Badge>}
          </p>
        </div>
        <span className="ml-auto flex gap-2">
          {amountMinor > 0 && payable.length > 0 && !isReversed && (
            <ButtonLink
              href={withParams('/portal/pay', {}, { currency, item: payable })}
              variant="primary"
              size="sm"
              className="max-md:h-11"
            >
              Pay
            </ButtonLink>
          )}
          <DownloadButton
            href={`/exports/documents/${document.documentId}`}
            label="PDF"
            className="max-md:h-11"
          />
          <PrintButton className="max-md:h-11" />
        </span>
      </div>
      <div className="px-4 md:px-0 [&>article]:max-w-none">
        <Paper content={paperOf(document, document.head)} />
      </div>
      {amountMinor > 0 && openMinor > 0 && !isReversed && (
        <p className="px-4 pt-5 text-form text-muted-foreground md:px-0 print:hidden">
          Something wrong with this invoice?{' '}
          <Link href={route(`/portal/invoices/${document.documentId}/wrong`)} className="link">
            Tell us
          </Link>{' '}
          and we pause the reminders while we look.
        </p>
      )}
      <SettledBy credits={settledBy} currency={currency} today={today} />
    </PortalPage>
  );
}
