import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/app/_auth/actor';
import { DroppedStrip } from '@/components/dropped-strip';
import { PortalPage } from '@/components/portal/portal-page';
import { StatementTable } from '@/components/portal/statement-table';
import { HowToPay } from '@/components/statements/how-to-pay';
import { owedBy } from '@/components/statements/way-to-pay';
import { DownloadButton } from '@/components/ui/download-button';
import { PrintButton } from '@/components/ui/print-button';
import { Segmented } from '@/components/ui/segmented';
import { accountStatement } from '@/db/queries/account-statement';
import { customerBalances } from '@/db/queries/customer-balances';
import { withScope } from '@/db/scope';
import { addMonths, todayIn, toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import { readStatementAsked } from '@/lib/statement-asked';
import { withParams } from '@/lib/url';

export const metadata: Metadata = { title: 'Statement' };

/** What is unpaid, or with `?from=` what happened from that day to today, with the balance after each line. */
export default async function StatementPage({ searchParams }: PageProps<'/portal/statement'>) {
  const actor = await requireCustomer();
  const params = await searchParams;
  const today = todayIn(actor.org.timeZone);
  const { asked, dropped } = readStatementAsked(params, today);
  const rule = { basis: 'due', bounds: actor.org.bounds } as const;
  const { content, balances } = await withScope(actor, 'read', async (tx) => ({
    content: await accountStatement(tx, actor, asked, today),
    balances: await customerBalances(tx, actor.customerId, { asOf: today, knownAt: null }, rule),
  }));
  if (!content) notFound();
  const { currency } = content;
  const owed = owedBy(content);
  const spans = [
    { label: 'Unpaid', from: null },
    { label: '3 months', from: addMonths(today, -3) },
    { label: 'This year', from: toPlainDate(`${today.slice(0, 4)}-01-01`) },
  ];
  return (
    <PortalPage back={{ label: 'History', href: '/portal/history' }}>
      <DroppedStrip names={dropped} />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3 px-4 pb-4 md:px-0">
        <div>
          <h1 className="text-section font-normal tracking-normal text-muted-foreground">
            Statement, {content.kind === 'activity' && `${formatDay(content.from)} to `}
            {formatDay(today)}
          </h1>
          <p className="fig text-[30px] leading-10 font-semibold tracking-[-.022em]">
            {formatMoney(toMinor(Math.abs(owed)), currency)}
          </p>
          <p className="text-form text-muted-foreground">
            {owed < 0 ? 'in your favor' : `owed to ${actor.org.name}`}
          </p>
        </div>
        <span className="ml-auto flex gap-2 print:hidden">
          <DownloadButton
            href={withParams('/exports/account-statement', {}, { from: asked.from, currency })}
            label="PDF"
            className="max-md:h-11"
          />
          <PrintButton className="max-md:h-11" />
        </span>
      </div>
      <div className="flex flex-wrap gap-3 px-4 pb-4 md:px-0 print:hidden [&_a]:max-md:py-2.5">
        <Segmented
          label="Which statement"
          options={spans.map(({ label, from }) => ({
            label,
            href: withParams('/portal/statement', params, { from }),
            isCurrent: asked.from === from,
          }))}
        />
        {balances.length > 1 && (
          <Segmented
            label="Currency"
            options={balances.map((balance) => ({
              label: balance.currency,
              href: withParams('/portal/statement', params, { currency: balance.currency }),
              isCurrent: balance.currency === currency,
            }))}
          />
        )}
      </div>
      <StatementTable content={content} />
      <HowToPay content={content} />
    </PortalPage>
  );
}
