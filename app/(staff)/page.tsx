import { Banknote, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { requireStaff } from '@/app/_auth/actor';
import { TieOutLine } from '@/components/aging/tie-out-line';
import { AsOfControl } from '@/components/as-of-control';
import { AsOfStrip } from '@/components/as-of-strip';
import { AgeSummary } from '@/components/home/age-summary';
import { BalanceSentence } from '@/components/home/balance-sentence';
import { FirstSteps } from '@/components/home/first-steps';
import { GoTo } from '@/components/home/go-to';
import { NewsList } from '@/components/home/news-list';
import { NextSteps } from '@/components/home/next-steps';
import { NothingLate } from '@/components/home/nothing-late';
import { OtherCurrencies } from '@/components/home/other-currencies';
import { UnappliedLine } from '@/components/home/unapplied-line';
import { LiveUpdates } from '@/components/live-updates';
import { Page } from '@/components/shell/page';
import { PageBody } from '@/components/shell/page-body';
import { ButtonLink } from '@/components/ui/button';
import { agingReport, tieOutOf } from '@/db/queries/aging';
import { currenciesInUse } from '@/db/queries/currencies';
import { lastActivity } from '@/db/queries/last-activity';
import { news } from '@/db/queries/news';
import { nextSteps } from '@/db/queries/next-steps';
import { dueBetween } from '@/db/queries/open-items';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { bucketLabels } from '@/lib/domain/aging';
import { addDays, type PlainDate, todayIn } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';
import { rankSteps } from '@/lib/domain/next-steps';
import { type AgingFilters, readAgingFilters } from '@/lib/filters';
import { formatDay } from '@/lib/format';
import { may } from '@/lib/permissions';
import { withParams } from '@/lib/url';

/** How far ahead the sentence looks. */
const AHEAD_DAYS = 28;
/** Steps that are offered, and news that is told. */
const STEPS = 5;
const NEWS = 6;

export const metadata: Metadata = { title: 'Home' };

/** What is owed, how much of it is late, what to do about it, and what is new: every figure opens its rows. */
export default async function HomePage({ searchParams }: PageProps<'/'>) {
  const actor = await requireStaff('books:read');
  const { org } = actor;
  const params = await searchParams;
  const today = todayIn(org.timeZone);
  // Home always shows everything of one currency: of the report's filters only the day and the currency apply.
  const { asOf, currency } = params;
  const { filters } = readAgingFilters({ asOf, currency, basis: 'due' }, org, today);
  const until = addDays(filters.asOf, AHEAD_DAYS);
  const { report, due, tie, currencies, work, last } = await read(actor, filters, today);
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
      <LiveUpdates sequence={last.sequence} />
      <PageBody>
        {report.customerCount === 0 ? (
          <FirstSteps
            currencies={currencies}
            asOf={filters.asOf}
            today={today}
            mayWrite={may(actor, 'books:write')}
          />
        ) : (
          <>
            <p className="mb-2 text-subtle">
              {formatDay(filters.asOf, { today, weekday: 'long', month: 'long' })}
            </p>
            <BalanceSentence
              owedMinor={sumOf(bucketsMinor)}
              lateMinor={report.lateMinor}
              dueMinor={due.amountMinor}
              asOf={filters.asOf}
              today={today}
              until={until}
              currency={filters.currency}
            />
            <AgeSummary
              report={report}
              labels={labels}
              currency={filters.currency}
              bucketHref={(bucket) => withParams('/aging', at, { bucket, basis: 'due' })}
            />
            <UnappliedLine
              creditsMinor={report.totals.creditsMinor}
              totalMinor={report.totals.totalMinor}
              asOf={filters.asOf}
              currency={filters.currency}
            />
            <OtherCurrencies currencies={currencies} current={filters.currency} params={params} />
            {work && (
              <div className="mt-9 grid gap-x-10 gap-y-9 lg:grid-cols-[minmax(0,2.3fr)_minmax(0,1fr)]">
                <div className="flex flex-col gap-6">
                  {report.lateMinor === 0 && (
                    <NothingLate
                      owedMinor={sumOf(bucketsMinor)}
                      currency={filters.currency}
                      today={today}
                      nextDueOn={due.firstOn}
                    />
                  )}
                  {(report.lateMinor > 0 || work.steps.length > 0) && (
                    <NextSteps
                      steps={work.steps}
                      currency={filters.currency}
                      today={today}
                      bounds={filters.bounds}
                      mayWrite={may(actor, 'books:write')}
                    />
                  )}
                </div>
                <NewsList
                  news={work.news}
                  currency={filters.currency}
                  timeZone={org.timeZone}
                  today={today}
                />
              </div>
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

/** All figures of the page from one snapshot. What there is to do, and what is new, is of today alone: null on another day. */
function read(actor: StaffActor, filters: AgingFilters, today: PlainDate) {
  const { currency, asOf } = filters;
  const { timeZone } = actor.org;
  return withScope(actor, 'read', async (tx) => {
    const report = await agingReport(tx, filters, 1);
    return {
      report,
      due: await dueBetween(tx, filters, currency, addDays(asOf, AHEAD_DAYS)),
      tie: await tieOutOf(tx, filters, report),
      currencies: await currenciesInUse(tx, filters),
      last: await lastActivity(tx),
      work:
        asOf === today
          ? {
              steps: rankSteps(await nextSteps(tx, { asOf, currency }), STEPS),
              news: await news(tx, { since: addDays(today, -1), timeZone, currency, limit: NEWS }),
            }
          : null,
    };
  });
}
