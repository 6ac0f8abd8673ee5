import { FORECAST_WITHIN, forecastOrWhy } from '@/app/_cash/forecast-or-why';
import { CashByDueDates } from '@/components/cash/cash-by-due-dates';
import { CashByHabit } from '@/components/cash/cash-by-habit';
import { EmptyState } from '@/components/ui/empty-state';
import type { BooksAt } from '@/db/expressions';
import { cashWeeks } from '@/db/queries/cash-weeks';
import { forecast } from '@/db/queries/forecast';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { FORECAST_WEEKS } from '@/lib/domain/due-date-forecast';

interface CashProps {
  readonly actor: StaffActor;
  readonly at: BooksAt;
  readonly today: PlainDate;
}

/** The forecast; by due days alone where there is none. */
export async function Cash({ actor, at, today }: CashProps) {
  const { forecast: found, missing } = await forecastOrWhy(
    withScope(actor, 'read', (tx) => forecast(tx, at, { weeks: FORECAST_WEEKS }), FORECAST_WITHIN),
  );
  if (found?.openMinor === 0) return <NothingOpen currency={at.currency} />;
  if (found) return <CashByHabit forecast={found} at={at} today={today} />;
  const cash = await withScope(actor, 'read', (tx) => cashWeeks(tx, at));
  if (cash.openMinor === 0) return <NothingOpen currency={at.currency} />;
  return <CashByDueDates cash={cash} missing={missing} at={at} today={today} />;
}

function NothingOpen({ currency }: { readonly currency: string }) {
  return (
    <EmptyState title={`Nothing is open in ${currency}`}>
      Once there is an invoice to be paid, this page says when to expect it.
    </EmptyState>
  );
}
