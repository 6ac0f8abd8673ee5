import Link from 'next/link';
import { Explain } from '@/components/explain';
import type { DisputeSummary } from '@/db/queries/dispute-summary';
import { formatCount, formatMoney } from '@/lib/format';
import { openedWords } from '@/lib/work-words';
import type { WidgetMoment } from './moment';
import { disputesTable } from './tables/matter-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

/** Disputes that are drawn; the table has the others too. */
const DRAWN = 6;

interface DisputesWidgetProps {
  readonly disputes: DisputeSummary;
  readonly at: WidgetMoment;
}

/** What is contested, the oldest first, and why. */
export function DisputesWidget({ disputes, at }: DisputesWidgetProps) {
  const { count, amountMinor, reasons, rows } = disputes;
  const money = formatMoney(amountMinor, at.currency);
  return (
    <WidgetFrame
      title="Disputes"
      hint={count === 0 ? undefined : `${formatCount(count)}, ${money}`}
      finding={
        count === 0
          ? 'Nothing is disputed'
          : `${formatCount(count, 'dispute')} of ${money}, the oldest ${openedWords(rows[0]?.ageDays ?? 0)}`
      }
      rowsHref={at.exploreHref({ status: ['disputed'] })}
      tools={
        <Explain
          title={`Disputed, ${money}`}
          lines={reasons.map((each) => ({
            label: `${each.reason}, ${formatCount(each.count)}`,
            value: formatMoney(each.amountMinor, at.currency),
          }))}
          total={{ label: formatCount(count, 'dispute'), value: money }}
          note="What is disputed stays in what is owed and in its age; it is left out of reminders and of the cash expected."
        />
      }
      table={<WidgetTable table={disputesTable(disputes, at)} />}
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted-foreground">Nothing is disputed.</p>
      ) : (
        <ul className="px-4 pt-0.5 pb-2">
          {rows.slice(0, DRAWN).map((row) => (
            <li key={row.disputeId} className="border-b border-border last:border-0">
              <Link
                href={`/invoices/${row.documentId}`}
                title={row.reason}
                className="-mx-2 grid min-h-[34px] grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-3 rounded-[6px] px-2 hover:bg-card-2 max-md:min-h-11"
              >
                <span className="flex gap-2">
                  <span className="max-w-full shrink-0 truncate font-medium">{row.customer}</span>{' '}
                  <span className="min-w-0 truncate text-subtle">{row.reason}</span>
                </span>
                <span className="fig text-subtle">{formatCount(row.ageDays, 'day')}</span>
                <span className="fig text-right">{formatMoney(row.amountMinor, at.currency)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </WidgetFrame>
  );
}
