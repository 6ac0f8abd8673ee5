import { Banknote, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { TieOutLine } from '@/components/aging/tie-out-line';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { DroppedStrip } from '@/components/dropped-strip';
import { AgeSummary } from '@/components/home/age-summary';
import { BalanceSentence } from '@/components/home/balance-sentence';
import { FirstSteps } from '@/components/home/first-steps';
import { GoTo } from '@/components/home/go-to';
import { OtherCurrencies } from '@/components/home/other-currencies';
import { UnappliedLine } from '@/components/home/unapplied-line';
import { LiveUpdates } from '@/components/live-updates';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { ButtonLink } from '@/components/ui/button';
import { agingReport, tieOutOf } from '@/db/queries/aging';
import { liveConnection } from '@/db/queries/connection';
import { currenciesInUse } from '@/db/queries/currencies';
import { lastActivity } from '@/db/queries/last-activity';
import { dueBetween } from '@/db/queries/open-items';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { bucketLabels } from '@/lib/domain/aging';
import { addDays, todayIn } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { type AgingFilters, readAgingFilters } from '@/lib/filters';
import { formatDay } from '@/lib/format';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';
import { Ahead } from './ahead';
import { Today } from './today';

/** How far ahead the sentence looks. */
const AHEAD_DAYS = 28;

export const metadata: Metadata = { title: 'Home' };

/** What is owed, how much of it is late, what to do about it, and what is new: every figure opens its rows. */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const actor = await requireStaff('books:read');
  const { org } = actor;
  const params = await searchParams;
  const today = todayIn(org.timeZone);
  // Home always shows everything of one currency: of the report's filters only the day and the currency apply.
  const { asOf, currency } = params;
  const { filters, dropped } = readAgingFilters({ asOf, currency, basis: 'due' }, org, today);
  const until = addDays(filters.asOf, AHEAD_DAYS);
  const { report, due, tie, currencies, last, isConnected } = await read(actor, filters);
  const labels = bucketLabels(filters.bounds);
  const at = { asOf: filters.asOf, currency: filters.currency };
  const { bucketsMinor } = report.totals;
  return (
    <Page
      title="Home"
      actions={
        <>
          <AsOfControl asOf={filters.asOf} today={today} path="/" params={params} />
          {may(actor, 'books:write') && (
            <>
              <ButtonLink href="/payments/new" size="sm" className="max-md:hidden">
                <Banknote aria-hidden />
                Record payment
              </ButtonLink>
              <ButtonLink href="/invoices/new" size="sm" variant="primary">
                <Plus aria-hidden />
                New invoice
              </ButtonLink>
            </>
          )}
        </>
      }
    >
      <AsOfStrip asOf={filters.asOf} today={today} todayHref={withParams('/', params, { asOf: null })} />
      <DroppedStrip names={dropped} />
      <LiveUpdates sequence={last.sequence} />
      <PageBody>
        {report.customerCount === 0 ? (
          <FirstSteps
            currencies={currencies}
            asOf={filters.asOf}
            today={today}
            mayWrite={may(actor, 'books:write')}
            isConnected={isConnected}
          />
        ) : (
          <>
            <p className="mb-2 text-subtle">
              {formatDay(filters.asOf, { today, weekday: 'long', month: 'long' })}
            </p>
            <BalanceSentence
              owedMinor={sumOf(bucketsMinor)}
              lateMinor={report.lateMinor}
              asOf={filters.asOf}
              today={today}
              currency={filters.currency}
              ahead={
                <Ahead
                  actor={actor}
                  asOf={filters.asOf}
                  today={today}
                  until={until}
                  currency={filters.currency}
                  owedMinor={sumOf(bucketsMinor)}
                  dueMinor={due.amountMinor}
                />
              }
            />
            <AgeSummary
              report={report}
              labels={labels}
              currency={filters.currency}
              bucketHref={(bucket) => withParams('/aging', at, { group: 'item', bucket, basis: 'due' })}
            />
            <UnappliedLine
              creditsMinor={report.totals.creditsMinor}
              totalMinor={report.totals.totalMinor}
              asOf={filters.asOf}
              currency={filters.currency}
            />
            <OtherCurrencies currencies={currencies} current={filters.currency} params={params} />
            {filters.asOf === today && (
              <Today
                actor={actor}
                today={today}
                currency={filters.currency}
                bounds={filters.bounds}
                owedMinor={sumOf(bucketsMinor)}
                lateMinor={report.lateMinor}
                nextDueOn={due.firstOn}
              />
            )}
            <GoTo actor={actor} />
            <div className="mt-9">
              <TieOutLine tieOut={tie} currency={filters.currency} />
            </div>
          </>
        )}
      </PageBody>
    </Page>
  );
}

/** All figures above what there is to do, from one snapshot. */
function read(actor: StaffActor, filters: AgingFilters) {
  return withScope(actor, 'read', async (tx) => {
    const report = await agingReport(tx, filters, 1);
    return {
      report,
      due: await dueBetween(tx, filters, filters.currency, addDays(filters.asOf, AHEAD_DAYS)),
      tie: await tieOutOf(tx, filters, report),
      currencies: await currenciesInUse(tx, filters),
      last: await lastActivity(tx),
      isConnected: report.customerCount === 0 && (await liveConnection(tx)) !== null,
    };
  });
}
