import Link from 'next/link';
import { PackSection } from '@/components/reports/pack-section';
import type { BooksAt } from '@/db/expressions';
import type { Forecast } from '@/db/queries/forecast';
import type { PlainDate } from '@/lib/domain/dates';
import { typicalOf } from '@/lib/domain/forecast/cash-forecast';
import { formatDay, formatMoney } from '@/lib/format';
import { openInvoicesHref, pastTable, weeksTable } from './cash-tables';
import { ExpectedTable } from './expected-table';
import { madeOf } from './made-of';

interface CashByHabitProps {
  readonly forecast: Forecast;
  readonly at: BooksAt;
  readonly today: PlainDate;
}

/** What should come in by how customers paid before: in a sentence, by week, by invoice, and how the last forecasts did. */
export function CashByHabit({ forecast, at, today }: CashByHabitProps) {
  const whole = (amount: Parameters<typeof formatMoney>[0]) =>
    formatMoney(amount, at.currency, { cents: false });
  const telling = { currency: at.currency, today };
  const { total, paymentCount, largest } = forecast;
  return (
    <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
      <div className="max-w-[720px]">
        <p className="text-[22px] leading-8 tracking-[-.022em] text-muted-foreground">
          <b className="fig font-semibold text-foreground">{whole(typicalOf(total))}</b> should come in by{' '}
          {formatDay(total.to, { today, month: 'long' })}, eight times of ten between{' '}
          <span className="fig whitespace-nowrap">{whole(total.p10Minor)}</span> and{' '}
          <span className="fig whitespace-nowrap">{whole(total.p90Minor)}</span>.
        </p>
        <p className="mt-2 text-muted-foreground">
          {madeOf(paymentCount)} as far as that is telling. A promise counts on its day; what is disputed is
          left out.{' '}
          <Link href={openInvoicesHref(at, today)} className="link">
            Open invoices
          </Link>
        </p>
      </div>
      <PackSection table={weeksTable(forecast, telling)} />
      <ExpectedTable items={largest} currency={at.currency} today={today} />
      <PackSection table={pastTable(forecast, telling)} />
    </div>
  );
}
