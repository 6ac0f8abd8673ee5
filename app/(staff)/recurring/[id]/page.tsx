import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { requireStaff } from '@/app/_auth/actor';
import { NextDates } from '@/components/recurring/next-dates';
import { RecurringLines } from '@/components/recurring/recurring-lines';
import { RecurringState } from '@/components/recurring/recurring-table';
import { Page } from '@/components/shell/page';
import { ButtonLink } from '@/components/ui/button';
import { billedPeriods, recurringById, unbilled } from '@/db/queries/recurring-invoices';
import { withScope } from '@/db/scope';
import { todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { billsFrom } from '@/lib/next-billing';
import { may } from '@/lib/permissions';
import { recurringState } from '@/lib/rhythm-words';
import { route } from '@/lib/url';
import { isUuid, uuid7 } from '@/lib/uuid';
import { DayForm } from './day-form';
import { ResumeForm } from './resume-form';

export const metadata: Metadata = { title: 'Recurring invoice' };

/** Periods that are looked at: a weekly rhythm has so many in ten years. */
const PERIODS = 520;

/** An invoice that repeats: what it bills, what it billed, when it bills next, and how to pause or end it. */
export default async function RecurringInvoicePage({ params }: PageProps<'/recurring/[id]'>) {
  const actor = await requireStaff('books:read');
  const { id } = await params;
  if (!isUuid(id)) notFound();
  const found = await withScope(actor, 'read', async (tx) => {
    const recurring = await recurringById(tx, id);
    return recurring && { recurring, billed: await billedPeriods(tx, id, PERIODS) };
  });
  if (!found) notFound();
  const { recurring, billed } = found;
  const today = todayIn(actor.org.timeZone);
  const state = recurringState(recurring, today);
  const known = new Set(billed.map((period) => period.periodOn));
  const missed =
    recurring.pausedOn === null
      ? []
      : unbilled({ ...recurring, pausedOn: null }, { today, billed: known }).filter(
          (day) => recurring.pausedOn !== null && day >= recurring.pausedOn && day < today,
        );
  const { customerId, customer, pausedOn, endsOn, termsDays, startsOn } = recurring;
  return (
    <Page
      title={customer}
      parents={[{ label: 'Recurring', href: '/recurring' }]}
      actions={<RecurringState state={state} />}
    >
      <div className="flex flex-1 max-lg:flex-col">
        <div className="flex min-w-0 flex-1 flex-col gap-8 px-7 py-6 max-md:px-4">
          <RecurringLines recurring={recurring} />
          <section>
            <h2 className="mb-2 text-section">What it billed</h2>
            {billed.length === 0 ? (
              <p className="text-muted-foreground">Nothing yet.</p>
            ) : (
              <ol aria-label="What it billed" className="fig flex flex-col">
                {billed.map(({ periodOn, documentId, number }) => (
                  <li key={periodOn} className="flex justify-between gap-4 border-b border-border py-2">
                    <span>{formatDay(periodOn, { today, weekday: 'short' })}</span>
                    {documentId ? (
                      <Link href={route(`/invoices/${documentId}`)} className="link">
                        {number}
                      </Link>
                    ) : (
                      <span className="text-subtle">passed over</span>
                    )}
                  </li>
                ))}
              </ol>
            )}
          </section>
        </div>
        <aside
          aria-label="This recurring invoice"
          className="flex w-[352px] shrink-0 flex-col gap-6 border-l border-border px-6 py-6 max-lg:w-full max-lg:border-t max-lg:border-l-0 max-md:px-4"
        >
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 [&_dd]:text-right [&_dt]:text-muted-foreground">
            <dt>Customer</dt>
            <dd>
              <Link href={route(`/customers/${customerId}`)} className="link">
                {customer}
              </Link>
            </dd>
            <dt>Began</dt>
            <dd className="fig">{formatDay(billed.at(-1)?.periodOn ?? startsOn, { today })}</dd>
            <dt>Last day</dt>
            <dd className="fig">{endsOn ? formatDay(endsOn, { today }) : 'none'}</dd>
            <dt>Days to pay</dt>
            <dd className="fig">{termsDays ?? 'the customer’s terms'}</dd>
            {pausedOn && (
              <>
                <dt>Paused from</dt>
                <dd className="fig">{formatDay(pausedOn, { today })}</dd>
              </>
            )}
          </dl>
          <section>
            <h2 className="mb-2 text-body">When it bills next</h2>
            {pausedOn !== null && (
              <p className="mb-2 text-warning">Paused: these are the dates once it runs again.</p>
            )}
            <NextDates
              recurrence={recurring}
              from={billsFrom(billed[0]?.periodOn ?? null, today)}
              today={today}
            />
          </section>
          {may(actor, 'books:write') && state !== 'ended' && (
            <section className="mt-auto flex flex-wrap gap-2 border-t border-border pt-4">
              <ButtonLink href={route(`/recurring/${id}/edit`)} size="sm" className="max-md:h-11!">
                Edit
              </ButtonLink>
              {pausedOn === null ? (
                <DayForm kind="pause" recurringId={id} today={today} day={today} requestId={uuid7()} />
              ) : (
                <ResumeForm recurringId={id} missed={missed} today={today} requestId={uuid7()} />
              )}
              <DayForm
                kind="end"
                recurringId={id}
                today={today}
                day={startsOn > today ? startsOn : today}
                requestId={uuid7()}
              />
            </section>
          )}
        </aside>
      </div>
    </Page>
  );
}
