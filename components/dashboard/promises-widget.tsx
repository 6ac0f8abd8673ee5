import Link from 'next/link';
import { Explain } from '@/components/explain';
import type { PromiseLine, PromiseSummary } from '@/db/queries/promise-summary';
import { type Minor, toMinor } from '@/lib/domain/money';
import { formatCount, formatDay, formatMoney, formatPercent } from '@/lib/format';
import type { WidgetMoment } from './moment';
import { promisesTable } from './tables/matter-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

/** Promises that are drawn of each sort; the table has the others too. */
const DRAWN = 3;

interface PromisesWidgetProps {
  readonly promises: PromiseSummary;
  readonly at: WidgetMoment;
}

/** What is promised, the soonest first, and what was broken lately. */
export function PromisesWidget({ promises, at }: PromisesWidgetProps) {
  const { dueSoon, brokenLately, amountMinor, count, keptPercent, dueCount, keptCount, until } = promises;
  const money = (amount: Minor) => formatMoney(amount, at.currency);
  const kept =
    keptPercent === null ? 'none came due yet' : `${formatPercent(keptPercent)} of those due in a year kept`;
  return (
    <WidgetFrame
      title="Promises"
      hint={kept}
      finding={`${formatCount(count, 'promise')} of ${money(amountMinor)} up to ${formatDay(until, { today: at.today })}; ${formatCount(brokenLately.length)} broken in the last 30 days`}
      rowsHref={at.exploreHref({ status: ['promised', 'promise_broken'] })}
      tools={
        <Explain
          title={`Promised, ${money(amountMinor)}`}
          lines={[
            { label: 'Came due in the last year', value: formatCount(dueCount) },
            { label: 'Kept in full', value: formatCount(keptCount) },
            { label: 'Kept, of their number', value: formatPercent(keptPercent) },
          ]}
          total={{
            label: `Still to arrive up to ${formatDay(until, { today: at.today })}`,
            value: money(amountMinor),
          }}
          note="A promise is broken the day after it is due, with the days of grace of your settings."
        />
      }
      table={<WidgetTable table={promisesTable(promises, at)} />}
    >
      {dueSoon.length + brokenLately.length === 0 && (
        <p className="px-4 py-4 text-muted-foreground">Nobody has promised anything that is still to come.</p>
      )}
      <Lines title="To come" lines={dueSoon} at={at} />
      <Lines title="Broken in the last 30 days" lines={brokenLately} at={at} />
    </WidgetFrame>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly PromiseLine[];
  readonly at: WidgetMoment;
}

function Lines({ title, lines, at }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label={title} className="px-4 pt-1 pb-2">
      <h3 className="text-meta font-medium text-subtle">{title}</h3>
      <ul>
        {lines.slice(0, DRAWN).map((line) => (
          <li key={line.promiseId}>
            <Link
              href={`/customers/${line.customerId}?asOf=${at.asOf}`}
              className="-mx-2 flex min-h-[30px] items-center gap-3 rounded-[6px] px-2 hover:bg-card-2 max-md:min-h-11"
            >
              <span className="truncate font-medium">{line.customer}</span>
              <span className="shrink-0 text-subtle">{formatDay(line.promisedFor, { today: at.today })}</span>
              <span className="fig ml-auto shrink-0">
                {formatMoney(toMinor(line.amountMinor - line.receivedMinor), at.currency)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
