import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireCustomer } from '@/app/_auth/actor';
import { PortalPage } from '@/components/portal/portal-page';
import { ReceiptPaper } from '@/components/portal/receipt-paper';
import { Badge } from '@/components/ui/badge';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import { customerBalances } from '@/db/queries/customer-balances';
import { letterhead } from '@/db/queries/letterhead';
import { receiptOf } from '@/db/queries/receipts';
import { withScope } from '@/db/scope';
import type { CustomerActor } from '@/lib/actor';
import { todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { isUuid } from '@/lib/uuid';

const read = cache(async (actor: CustomerActor, id: string) => {
  if (!isUuid(id)) notFound();
  const asOf = todayIn(actor.org.timeZone);
  const rule = { basis: 'due', bounds: actor.org.bounds } as const;
  const found = await withScope(actor, 'read', async (tx) => {
    const receipt = await receiptOf(tx, id);
    const balances = await customerBalances(tx, actor.customerId, { asOf, knownAt: null }, rule);
    return receipt && { receipt, balances, head: await letterhead(tx) };
  });
  return found ?? notFound();
});

/** "Receipt PMT-00012". */
export async function generateMetadata({ params }: PageProps<'/portal/receipts/[id]'>): Promise<Metadata> {
  const { receipt } = await read(await requireCustomer(), (await params).id);
  return { title: `Receipt ${receipt.number}` };
}

/** The receipt of a payment, and what is owed now. With `?paid=1` right after it was made. */
export default async function ReceiptPage({ params, searchParams }: PageProps<'/portal/receipts/[id]'>) {
  const actor = await requireCustomer();
  const { receipt, balances, head } = await read(actor, (await params).id);
  const isFresh = (await searchParams).paid !== undefined && !receipt.isReversed;
  const { currency, amountMinor, unappliedMinor } = receipt;
  const owedMinor = balances.find((balance) => balance.currency === currency)?.totalMinor ?? toMinor(0);
  return (
    <PortalPage back={{ label: 'History', href: '/portal/history' }}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 px-4 pb-5 md:px-0 print:hidden">
        <div>
          <h1 className="text-section font-normal tracking-normal text-muted-foreground">
            {isFresh ? 'Thank you. You paid' : `Receipt ${receipt.number}`}
          </h1>
          <p className="fig flex items-center gap-2.5 text-[30px] leading-10 font-semibold tracking-[-.022em]">
            {formatMoney(amountMinor, currency)}
            {receipt.isReversed && <Badge tone="bad">Taken back</Badge>}
          </p>
          <p role="status" className="fig text-form text-muted-foreground">
            {unappliedMinor > 0 &&
              `${formatMoney(unappliedMinor, currency)} of it is on your account, to be used. `}
            {owedMinor > 0 ? (
              <>
                You now owe{' '}
                <Link href="/portal" className="link">
                  {formatMoney(owedMinor, currency)}
                </Link>
                .
              </>
            ) : owedMinor < 0 ? (
              `You owe nothing, and ${formatMoney(toMinor(-owedMinor), currency)} is on your account in all.`
            ) : (
              'You now owe nothing.'
            )}
          </p>
        </div>
        <span className="ml-auto flex gap-2">
          <DownloadButton
            href={`/exports/receipts/${receipt.documentId}`}
            label="PDF"
            className="max-md:h-11"
          />
          <PrintButton className="max-md:h-11" />
        </span>
      </div>
      <div className="px-4 md:px-0">
        <ReceiptPaper receipt={receipt} head={head} />
      </div>
    </PortalPage>
  );
}
