import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireCustomer } from '@/app/_auth/actor';
import { PortalPage } from '@/components/portal/portal-page';
import { TransferSlip } from '@/components/portal/transfer-slip';
import { TransferStanding } from '@/components/portal/transfer-standing';
import { bankDetails } from '@/db/queries/bank-details';
import { portalIntent } from '@/db/queries/payment-intents';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { AnnounceForm } from '../announce-form';
import { WithdrawButton } from '../withdraw-button';

export const metadata: Metadata = { title: 'Payment' };

/** A payment that was begun: where to send it, and what has become of it. Once it is booked, its receipt. */
export default async function PortalPaymentPage({ params }: PageProps<'/portal/payments/[id]'>) {
  const actor = await requireCustomer();
  const { id } = await params;
  const found = isUuid(id)
    ? await withScope(actor, 'read', async (tx) => {
        const intent = await portalIntent(tx, id);
        return intent && { intent, bank: await bankDetails(tx) };
      })
    : null;
  if (!found) notFound();
  const { intent, bank } = found;
  if (intent.documentId) redirect(route(`/portal/receipts/${intent.documentId}`));
  const today = todayIn(actor.org.timeZone);
  const amount = formatMoney(intent.amountMinor, intent.currency);
  const isWaiting = intent.standing === 'open' || intent.standing === 'noticed';
  return (
    <PortalPage back={{ label: 'Due', href: '/portal' }}>
      <div className="flex flex-col gap-6 px-4 md:px-0">
        <h1 className="text-[22px] leading-8 tracking-[-.02em]">
          {intent.standing === 'open' && intent.provider === 'transfer'
            ? `Send ${amount}`
            : `Payment of ${amount}`}
        </h1>
        <TransferStanding intent={intent} seller={actor.org.name} today={today} />
        {isWaiting && intent.provider === 'transfer' && (
          <TransferSlip intent={intent} bank={bank} seller={actor.org.name} />
        )}
        {intent.standing === 'open' && intent.provider === 'transfer' && (
          <AnnounceForm intentId={intent.id} today={today} requestId={uuid7()} />
        )}
        {isWaiting && <WithdrawButton intentId={intent.id} amount={amount} requestId={uuid7()} />}
      </div>
    </PortalPage>
  );
}
