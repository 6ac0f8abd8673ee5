import type { Metadata } from 'next';
import { z } from 'zod';
import { requireCustomer } from '@/app/_auth/actor';
import { PortalPage } from '@/components/portal/portal-page';
import { EmptyState } from '@/components/ui/empty-state';
import { ownCustomer } from '@/db/queries/customers';
import { openCredits, openDebits } from '@/db/queries/open-debits';
import { withScope } from '@/db/scope';
import { isCurrency } from '@/lib/domain/currencies';
import { todayIn } from '@/lib/domain/dates';
import { sumOf, toMinor, ZERO } from '@/lib/domain/money';
import { lastPromiseDay } from '@/lib/domain/promise-horizon';
import { formatCount, formatDay } from '@/lib/format';
import { paramReader } from '@/lib/read-params';
import { uuid7 } from '@/lib/uuid';
import { PromiseForm } from './form';

export const metadata: Metadata = { title: 'Promise a date' };

/** Promises a day for the invoices that the address names with `item`, or for all that is open. */
export default async function PromisePage({ searchParams }: PageProps<'/portal/promise'>) {
  const actor = await requireCustomer();
  const { org, customerId } = actor;
  const { read, readAll } = paramReader(await searchParams);
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
  const chosen = debits.filter((debit) => itemIds.includes(debit.itemId));
  const promised = chosen.length > 0 ? chosen : debits;
  const today = todayIn(org.timeZone);
  const [only] = promised.length === 1 ? promised : [];
  // For everything, it is what is owed: the credit on the account needs no promise.
  const credit = chosen.length > 0 ? ZERO : sumOf(credits.map(({ leftMinor }) => leftMinor));
  const amountMinor = toMinor(Math.max(0, sumOf(promised.map((item) => item.openMinor)) - credit));
  return (
    <PortalPage back={{ label: 'Due', href: '/portal' }}>
      <div className="max-w-[480px] px-4 md:px-0">
        <h1 className="text-[22px] leading-8 tracking-[-.02em]">Promise a date</h1>
        {only === undefined && promised.length === 0 ? (
          <EmptyState title="Nothing is open" tone="good">
            You owe {org.name} nothing in {currency}.
          </EmptyState>
        ) : (
          <>
            <p className="mb-5 text-muted-foreground">
              For {only ? only.number : formatCount(promised.length, 'invoice')}. {org.name} is told, and does
              not remind you of it until then.
            </p>
            <PromiseForm
              currency={currency}
              itemIds={chosen.map((item) => item.itemId)}
              amountMinor={amountMinor}
              today={today}
              until={formatDay(lastPromiseDay(today), { today })}
              requestId={uuid7()}
            />
          </>
        )}
      </div>
    </PortalPage>
  );
}
