import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { DeedForm } from '@/components/forms/deed-form';
import { HistoryList } from '@/components/invoices/history-list';
import { Page } from '@/components/shell/page';
import { Badge } from '@/components/ui/badge';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import { documentHistory } from '@/lib/document-history';
import { todayIn } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { may } from '@/lib/permissions';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { ApplyCredit } from '../../_allocations/apply-credit';
import { Settlements } from '../../_settlements/settlements';
import { mailReceipt } from './actions';
import { Applied } from './applied';
import { CardRefund } from './card-refund';
import { Facts } from './facts';
import { MovePart } from './move-part';
import { readPayment, readRest, readTargets } from './read';
import { ReversePayment } from './reverse-payment';

/** "PMT-00012, Brightwater Hotels". */
export async function generateMetadata({ params }: PageProps<'/payments/[id]'>): Promise<Metadata> {
  const actor = await requireStaff('books:read');
  const { document } = await readPayment(actor, (await params).id);
  return { title: `${document.number}, ${document.customerName}` };
}

/** A payment: what arrived, what it was applied to, what is left of it. */
export default async function PaymentPage({ params, searchParams }: PageProps<'/payments/[id]'>) {
  const actor = await requireStaff('books:read');
  const { document, deeds, limit, card } = await readPayment(actor, (await params).id);
  const { documentId, number, currency, openMinor, amountMinor, allocations, reversedBy } = document;
  const path = route(`/payments/${documentId}`);
  const today = todayIn(actor.org.timeZone);
  const mayWrite = may(actor, 'books:write');
  const { apply, move } = await searchParams;
  const isApplying = apply !== undefined && mayWrite && openMinor < 0;
  const moved = mayWrite
    ? allocations.find((each) => each.allocationId === move && each.undoneOn === null && !each.isReversal)
    : undefined;
  const rest = isApplying ? await readRest(actor, document) : null;
  const money = (minor: number) => formatMoney(toMinor(Math.abs(minor)), currency);
  return (
    <Page
      title={number}
      parents={[{ label: 'Payments', href: '/payments' }]}
      actions={
        <>
          {!reversedBy && <DownloadButton href={`/exports/receipts/${documentId}`} label="Receipt" />}
          <PrintButton />
        </>
      }
    >
      <div className="flex flex-1 max-lg:flex-col">
        <div className="flex min-w-0 flex-1 flex-col gap-6 px-6 py-6 max-md:px-4">
          <section aria-label="Payment">
            <p className="text-meta text-muted-foreground">Received</p>
            <div className="flex flex-wrap items-center gap-3">
              <p className="fig text-hero font-semibold tracking-[-.022em]">{money(amountMinor)}</p>
              {reversedBy && <Badge tone="bad">Reversed</Badge>}
              {openMinor < 0 && <Badge tone="info">{money(openMinor)} unapplied</Badge>}
            </div>
            <Facts document={document} today={today} />
          </section>
          <Applied document={document} today={today} mayWrite={mayWrite} />
        </div>
        <aside
          aria-label="This payment"
          className="flex w-[320px] shrink-0 flex-col gap-6 border-border px-6 py-6 max-lg:w-full max-lg:border-t max-md:px-4 lg:border-l print:hidden"
        >
          <HistoryList
            entries={documentHistory(document, deeds, [])}
            today={today}
            timeZone={actor.org.timeZone}
          />
          {mayWrite && <Settlements document={document} limit={limit} today={today} />}
          {mayWrite && !reversedBy && (
            <section className="flex flex-wrap items-center gap-2 border-t border-border pt-4">
              <DeedForm action={mailReceipt} values={{ documentId }} requestId={uuid7()} variant="ghost">
                <Send aria-hidden />
                Send the receipt
              </DeedForm>
              {card && card.refundableMinor > 0 && (
                <CardRefund
                  documentId={documentId}
                  number={number}
                  currency={currency}
                  refundableMinor={card.refundableMinor}
                  requestId={uuid7()}
                />
              )}
              <ReversePayment
                documentId={documentId}
                number={number}
                currency={currency}
                amount={money(amountMinor)}
                today={today}
                requestId={uuid7()}
              />
            </section>
          )}
        </aside>
      </div>
      {moved && (
        <MovePart
          allocation={moved}
          currency={currency}
          debits={await readTargets(actor, document, moved.other.documentId)}
          requestId={uuid7()}
          closeHref={path}
        />
      )}
      {rest && (
        <ApplyCredit
          {...rest}
          customer={document.customerName}
          today={today}
          bounds={actor.org.bounds}
          requestId={uuid7()}
          closeHref={path}
        />
      )}
    </Page>
  );
}
