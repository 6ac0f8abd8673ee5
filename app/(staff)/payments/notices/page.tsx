import type { Metadata } from 'next';
import Link from 'next/link';
import { requireStaff } from '@/app/_auth/actor';
import { DeedForm } from '@/components/forms/deed-form';
import { NoticeTable } from '@/components/payments/notice-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { bankDetails } from '@/db/queries/bank-details';
import { paymentNotices } from '@/db/queries/payment-intents';
import { sameTransfers } from '@/db/queries/same-transfers';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';
import { may } from '@/lib/permissions';
import { route } from '@/lib/url';
import { uuid7 } from '@/lib/uuid';
import { linkNotice } from './actions';
import { ConfirmNotice } from './confirm-notice';
import { DismissNotice } from './dismiss-notice';

export const metadata: Metadata = { title: 'Transfers on their way' };

/** What customers say they have sent: each is booked with one press once it is there, or dismissed with a reason. */
export default async function NoticesPage() {
  const actor = await requireStaff('books:read');
  const { notices, bank, same } = await withScope(actor, 'read', async (tx) => {
    const found = await paymentNotices(tx);
    const ids = found.map(({ intentId }) => intentId);
    return { notices: found, bank: await bankDetails(tx), same: await sameTransfers(tx, ids) };
  });
  const mayWrite = may(actor, 'books:write');
  const today = todayIn(actor.org.timeZone);
  return (
    <Page
      title="Transfers on their way"
      parents={[{ label: 'Payments', href: '/payments' }]}
      actions={
        mayWrite && (
          <ButtonLink href="/payments/ways" size="sm">
            How customers pay
          </ButtonLink>
        )
      }
    >
      {bank === null && mayWrite && (
        <p className="border-b border-border bg-warning-soft px-6 py-2 text-warning max-md:px-4">
          Customers are not told where to send transfers yet. Enter your bank details under How customers pay.
        </p>
      )}
      {notices.length === 0 ? (
        <EmptyState
          title="No transfer waits to be confirmed"
          tone="good"
          actions={<ButtonLink href="/payments">All payments</ButtonLink>}
        >
          When a customer says in its portal that it has paid, it is listed here until you confirm that the
          money arrived.
        </EmptyState>
      ) : (
        <NoticeTable
          notices={notices}
          today={today}
          renderActions={({ intentId, amountMinor, currency, customerName }) => {
            if (!mayWrite) return null;
            const amount = formatMoney(amountMinor, currency);
            const booked = same.get(intentId);
            return (
              <>
                {booked && (
                  <>
                    <span className="text-muted-foreground">
                      Booked already as{' '}
                      <Link href={route(`/payments/${booked.documentId}`)} className="link">
                        {booked.number}
                      </Link>
                      , {formatDay(booked.receivedOn, { today })}?
                    </span>
                    <DeedForm
                      action={linkNotice}
                      values={{ intentId, documentId: booked.documentId }}
                      requestId={uuid7()}
                      variant="primary"
                    >
                      It is {booked.number}
                    </DeedForm>
                  </>
                )}
                <DismissNotice
                  intentId={intentId}
                  amount={amount}
                  customer={customerName}
                  requestId={uuid7()}
                />
                <ConfirmNotice
                  intentId={intentId}
                  amount={amount}
                  customer={customerName}
                  isAnother={booked !== undefined}
                  requestId={uuid7()}
                />
              </>
            );
          }}
        />
      )}
    </Page>
  );
}
