import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import type { PortalHistoryRow } from '@/db/queries/portal-documents';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { toMinor } from '@/lib/domain/money';
import { formatDay, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';

interface HistoryMonthsProps {
  /** Newest first. */
  readonly rows: readonly PortalHistoryRow[];
  readonly today: PlainDate;
}

/** Payments and credits under the month in which they came. */
export function HistoryMonths({ rows, today }: HistoryMonthsProps) {
  const months = [...new Set(rows.map((row) => row.documentDate.slice(0, 7)))];
  return months.map((month) => {
    const inMonth = rows.filter((row) => row.documentDate.startsWith(month));
    const first = inMonth[0];
    return (
      <section key={month} aria-labelledby={`m-${month}`}>
        <h2
          id={`m-${month}`}
          className="px-4 pt-3 pb-1.5 text-body font-medium tracking-normal text-subtle md:px-0"
        >
          {first && monthName(first.documentDate, today)}
        </h2>
        <ul className="border-t border-border">
          {inMonth.map((row) => (
            <Row key={row.documentId} row={row} today={today} />
          ))}
        </ul>
      </section>
    );
  });
}

function Row({ row, today }: { readonly row: PortalHistoryRow; readonly today: PlainDate }) {
  const { kind, number, method, documentDate, amountMinor, currency, settles } = row;
  const name = kind === 'payment' ? `${method ?? ''} payment`.trim() : `${KIND_NAMES[kind]} ${number}`;
  const href = route(`/portal/${kind === 'payment' ? 'receipts' : 'invoices'}/${row.documentId}`);
  return (
    <li className="border-b border-border">
      <Link href={href} className="flex min-h-[70px] items-center gap-3 px-4 py-2 hover:bg-card-2 md:px-1">
        <span className="min-w-0 flex-1">
          <span className="block font-medium first-letter:uppercase">{name}</span>
          <span
            className="block truncate text-body leading-5 text-muted-foreground"
            title={settles.join(', ')}
          >
            {[formatDay(documentDate, { today }), ...settles].join(', ')}
          </span>
        </span>
        <span className="text-right">
          <span className="fig block font-medium">{formatMoney(toMinor(-amountMinor), currency)}</span>
          <Standing row={row} />
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-subtle" />
      </Link>
    </li>
  );
}

function Standing({ row: { isReversed, openMinor, currency } }: { readonly row: PortalHistoryRow }) {
  if (isReversed) return <Badge tone="bad">Taken back</Badge>;
  if (openMinor < 0)
    return <Badge tone="info">{formatMoney(toMinor(-openMinor), currency)} to be used</Badge>;
  return <Badge tone="positive">Settled</Badge>;
}

/** "November", and with the year when it is not this one. */
function monthName(day: PlainDate, today: PlainDate): string {
  return formatDay(day, { today, month: 'long' }).replace(/^\d+ /, '');
}
