import type { Metadata } from 'next';
import { z } from 'zod';
import { requireCustomer } from '@/app/_auth/actor';
import { paymentWays } from '@/app/_payments/ways';
import { DroppedStrip } from '@/components/dropped-strip';
import { PayForm } from '@/components/portal/pay-form';
import { PortalPage } from '@/components/portal/portal-page';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ownCustomer } from '@/db/queries/customers';
import { openCredits, openDebits } from '@/db/queries/open-debits';
import { withScope } from '@/db/scope';
import { isCurrency } from '@/lib/domain/currencies';
import { sumOf } from '@/lib/domain/money';
import { formatCount } from '@/lib/format';
import { paramReader } from '@/lib/read-params';
import { uuid7 } from '@/lib/uuid';
import { pay } from './actions';

export const metadata: Metadata = { title: 'Pay' };

/** Pays the invoices that the address names with `item`, or without any an amount, which then pays the oldest. */
export default async function PayPage({ searchParams }: PageProps<'/portal/pay'>) {
  const actor = await requireCustomer();
  const { org, customerId } = actor;
  const { read, readAll, dropped } = paramReader(await searchParams);
  const asked = read('currency', z.string().refine(isCurrency), null);
  const itemIds = readAll('item', z.uuid());
  const { currency, debits, credits } = await withScope(actor, 'read', async (tx) => {
    const code = asked ?? (await ownCustomer(tx))?.currency ?? org.currency;
    return {
      currency: code,
      debits: await openDebits(tx, customerId, code),
      credits: await openCredits(tx, customerId, code),
    };
  });
  if (debits.length === 0)
    return (
      <PortalPage back={{ label: 'Due', href: '/portal' }}>
        <EmptyState
          title="Nothing to pay"
          tone="good"
          actions={<ButtonLink href="/portal/history">What was paid</ButtonLink>}
        >
          You owe {org.name} nothing in {currency}.
        </EmptyState>
      </PortalPage>
    );
  const chosen = debits.filter((debit) => itemIds.includes(debit.itemId));
  const ways = await paymentWays(org, currency);
  const gone = itemIds.length - chosen.length;
  const payable = chosen.length > 0 ? chosen : debits;
  return (
    <PortalPage
      back={{ label: 'Due', href: '/portal' }}
      heading={chosen.length > 0 ? `Pay ${formatCount(chosen.length, 'invoice')}` : 'Pay an amount'}
    >
      <DroppedStrip names={dropped} />
      <div className="px-4 md:px-0">
        {gone > 0 && (
          <p
            role="status"
            className="mb-5 rounded-control bg-warning-soft px-3 py-2.5 text-form text-warning"
          >
            {formatCount(gone, 'invoice')} of those that you chose {gone === 1 ? 'has' : 'have'} nothing open
            any more and {gone === 1 ? 'was' : 'were'} left out.
          </p>
        )}
        <PayForm
          action={pay}
          requestId={uuid7()}
          currency={currency}
          items={payable.map(({ itemId, number, openMinor, dueOn }) => ({
            itemId,
            number,
            openMinor,
            dueOn,
          }))}
          isChosen={chosen.length > 0}
          owedMinor={sumOf(debits.map((debit) => debit.openMinor))}
          creditMinor={sumOf(credits.map((credit) => credit.leftMinor))}
          ways={ways}
        />
      </div>
    </PortalPage>
  );
}
