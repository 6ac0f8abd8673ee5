import type { Route } from 'next';
import Link from 'next/link';
import { Money } from '@/components/money';
import { EmptyState } from '@/components/ui/empty-state';
import type { LaterRecord, ReportChange } from '@/db/queries/report-changes';
import { documentHref } from '@/lib/document-href';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { sumOf, toMinor } from '@/lib/domain/money';
import { formatCount, formatDay, formatMoney } from '@/lib/format';

interface ChangesTableProps {
  /** All of them, of which one page is listed: totals are over all. */
  readonly changes: readonly ReportChange[];
  readonly shown: { readonly from: number; readonly to: number };
  readonly currency: string;
  /** When the report was taken away, in words. */
  readonly takenAt: string;
  readonly today: PlainDate;
  /** The report as it was known then, and as it is known now. */
  readonly thenHref: Route;
  readonly nowHref: Route;
}

/** The open items that a report shows otherwise now than it did, each with what was recorded since. */
export function ChangesTable({
  changes,
  shown,
  currency,
  takenAt,
  today,
  thenHref,
  nowHref,
}: ChangesTableProps) {
  const reports = (
    <>
      <Link href={thenHref} className="link">
        The report as it was
      </Link>{' '}
      and{' '}
      <Link href={nowHref} className="link">
        as it is now
      </Link>
    </>
  );
  if (changes.length === 0)
    return (
      <EmptyState title="Nothing has changed" tone="good">
        The same report for the same day says today what it said when it was taken ({takenAt}). {reports}.
      </EmptyState>
    );
  const then = sumOf(changes.map((each) => each.thenMinor));
  const now = sumOf(changes.map((each) => each.nowMinor));
  const difference = toMinor(now - then);
  const word = difference < 0 ? 'less' : 'more';
  return (
    <>
      <p className="border-b border-border px-6 py-3 text-muted-foreground max-md:px-4">
        Since it was taken ({takenAt}), {formatCount(changes.length, 'item')} of that day became known
        otherwise: {formatMoney(toMinor(Math.abs(difference)), currency)} {word} in all. {reports}.
      </p>
      <div className="tbl-scroll">
        <table className="tbl tbl-sm">
          <caption className="sr-only">Items that changed since the report was taken, in {currency}</caption>
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Because</th>
              <th scope="col" className="num">
                Open then
              </th>
              <th scope="col" className="num">
                Open now
              </th>
              <th scope="col" className="num">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(shown.from, shown.to).map((change) => (
              <ChangeRow key={change.itemId} change={change} currency={currency} today={today} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                Total, {formatCount(changes.length, 'item')}
              </th>
              {[then, now, difference].map((amount, i) => (
                <td key={['then', 'now', 'difference'][i]} className="num">
                  <Money amount={amount} currency={currency} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

interface ChangeRowProps {
  readonly change: ReportChange;
  readonly currency: string;
  readonly today: PlainDate;
}

function ChangeRow({ change, currency, today }: ChangeRowProps) {
  const { thenMinor, nowMinor } = change;
  return (
    <tr>
      <th scope="row">
        <Link href={documentHref(change)} className="hover:underline">
          {change.number}
        </Link>
        <Link
          href={`/customers/${change.customerId}`}
          className="ml-2 text-meta font-normal text-muted-foreground hover:underline"
        >
          {change.customer}
        </Link>
      </th>
      <td className="whitespace-normal!">
        <ul>
          {change.because.map((record) => (
            <li key={`${record.what} ${record.document.documentId} ${record.recordedAt}`}>
              {wordOf(record)}{' '}
              <Link href={documentHref(record.document)} className="link">
                {record.document.number}
              </Link>{' '}
              <span className="text-meta text-muted-foreground">
                of {formatDay(record.effectiveOn, { today })}, {formatMoney(record.deltaMinor, currency)}
              </span>
            </li>
          ))}
        </ul>
      </td>
      {[thenMinor, nowMinor, toMinor(nowMinor - thenMinor)].map((amount, i) => (
        <td key={['then', 'now', 'difference'][i]} className="num">
          <Money amount={amount} currency={currency} />
        </td>
      ))}
    </tr>
  );
}

function wordOf({ what, document }: LaterRecord): string {
  if (what === 'document') return `${KIND_NAMES[document.kind]} posted later:`;
  return what === 'applied' ? 'Applied later:' : 'Application taken back:';
}
