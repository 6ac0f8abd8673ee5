import type { Metadata } from 'next';
import { Suspense } from 'react';
import { requireStaff } from '@/app/_auth/actor';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { CurrencyStrip, CurrencySwitch } from '@/components/currency-switch';
import { DroppedStrip } from '@/components/dropped-strip';
import { Page } from '@/components/shell/page';
import { currenciesInUse } from '@/db/queries/currencies';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { withParams } from '@/lib/url';
import { Cash } from './cash';

export const metadata: Metadata = { title: 'Cash expected' };

/** When the open book will be paid, by how its customers paid before; and how right that was lately. */
export default async function CashPage({ searchParams }: PageProps<'/cash'>) {
  const actor = await requireStaff('books:read');
  const { asOf, currency } = await searchParams;
  const params = { asOf, currency };
  const today = todayIn(actor.org.timeZone);
  const { filters, dropped } = readAgingFilters(params, actor.org, today);
  const at = { asOf: filters.asOf, knownAt: null, currency: filters.currency };
  const currencies = await withScope(actor, 'read', (tx) => currenciesInUse(tx, at));
  const choice = { currencies, currency: at.currency, path: '/cash', params } as const;
  return (
    <Page
      title="Cash expected"
      actions={
        <>
          <CurrencySwitch {...choice} />
          <AsOfControl asOf={at.asOf} today={today} path="/cash" params={params} />
        </>
      }
    >
      <AsOfStrip asOf={at.asOf} today={today} todayHref={withParams('/cash', params, { asOf: null })} />
      <DroppedStrip names={dropped} />
      <CurrencyStrip {...choice} />
      <Suspense
        key={`${at.asOf} ${at.currency}`}
        fallback={
          <p className="px-6 py-5 text-muted-foreground max-md:px-4">Working out who will pay when…</p>
        }
      >
        <Cash actor={actor} at={at} today={today} />
      </Suspense>
    </Page>
  );
}
