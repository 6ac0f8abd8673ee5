import Link from 'next/link';
import { PackSection } from '@/components/reports/pack-section';
import type { BooksAt } from '@/db/expressions';
import type { CashWeeks } from '@/db/queries/cash-weeks';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import type { NoForecast } from '@/lib/no-forecast';
import { ByDueDates } from './by-due-dates';
import { dueWeeksTable, openInvoicesHref } from './cash-tables';
import { dueSoon } from './due-soon';

interface CashByDueDatesProps {
  readonly cash: CashWeeks;
  readonly missing: NoForecast;
  readonly at: BooksAt;
  readonly today: PlainDate;
}

/** What falls due or was promised, where there is no forecast, and that there is none. */
export function CashByDueDates({ cash, missing, at, today }: CashByDueDatesProps) {
  const whole = (amount: Minor) => formatMoney(amount, at.currency, { cents: false });
  const { dueMinor, until } = dueSoon(cash, at.asOf);
  return (
    <>
      <ByDueDates missing={missing} className="px-6 py-2 max-md:px-4" />
      <div className="flex flex-col gap-8 px-6 py-5 max-md:px-4">
        <div className="max-w-[720px]">
          <p className="text-[22px] leading-8 tracking-[-.022em] text-muted-foreground">
            <b className="fig font-semibold text-foreground">{whole(dueMinor)}</b> falls due or is promised by{' '}
            {formatDay(until, { today, month: 'long' })};{' '}
            <span className="fig whitespace-nowrap">{whole(cash.overdueMinor)}</span> is late already.
          </p>
          <p className="mt-2 text-muted-foreground">
            How customers usually pay is left out: customers who pay late will bring this later.{' '}
            <Link href={openInvoicesHref(at, today)} className="link">
              Open invoices
            </Link>
          </p>
        </div>
        <PackSection table={dueWeeksTable(cash, { currency: at.currency, today })} />
      </div>
    </>
  );
}
