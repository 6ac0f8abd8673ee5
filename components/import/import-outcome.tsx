import { CircleCheck } from 'lucide-react';
import Link from 'next/link';
import type { ImportRow } from '@/db/queries/imports';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatInstant, formatMoney } from '@/lib/format';
import type { ImportKind } from '@/lib/import/fields';
import type { ImportSummary } from '@/lib/import/summary';
import { countOf } from '@/lib/import/words';
import { route } from '@/lib/url';
import { UndoButton } from './undo-button';

interface ImportSummaryProps {
  readonly row: ImportRow;
  readonly summary: ImportSummary;
  readonly timeZone: string;
  readonly today: PlainDate;
}

const PLACES: Readonly<Record<ImportKind, readonly { readonly label: string; readonly href: string }[]>> = {
  customers: [{ label: 'Customers', href: '/customers' }],
  invoices: [
    { label: 'Aging report', href: '/aging' },
    { label: 'Invoices', href: '/invoices' },
  ],
  payments: [
    { label: 'Payments', href: '/payments' },
    { label: 'Aging report', href: '/aging' },
  ],
  'opening-balances': [
    { label: 'Aging report', href: '/aging' },
    { label: 'Customers', href: '/customers' },
  ],
};

/** What an import did, where to see it, and the way back. */
export function ImportOutcome({ row, summary, timeZone, today }: ImportSummaryProps) {
  const { kind, bookedAt, undoneAt } = row;
  const what = countOf(kind, summary.created);
  return (
    <section aria-labelledby="outcome" className="max-w-[640px]">
      <h2 id="outcome" className="flex items-center gap-2 text-title font-semibold">
        {!undoneAt && <CircleCheck aria-hidden className="size-5 text-positive" />}
        {undoneAt ? `The import of ${what} was undone` : `Imported ${what}`}
      </h2>
      <p className="mt-1 text-muted-foreground">
        {bookedAt && `Booked ${formatInstant(bookedAt, timeZone, today)}`}
        {undoneAt && `, undone ${formatInstant(undoneAt, timeZone, today)}`}.
      </p>
      <ul className="mt-4 flex flex-col gap-1.5 text-form">
        {summary.totals.map(({ currency, count, amountMinor, unappliedMinor }) => (
          <li key={currency} className="fig">
            {countOf(kind, count)}, {formatMoney(amountMinor, currency)}
            {kind === 'payments' && unappliedMinor > 0
              ? `, of which ${formatMoney(unappliedMinor, currency)} stays on account`
              : ''}
          </li>
        ))}
        {kind !== 'customers' && summary.newCustomers > 0 && (
          <li>{formatCount(summary.newCustomers, 'customer')} created</li>
        )}
        {summary.restoredCustomers > 0 && (
          <li>{formatCount(summary.restoredCustomers, 'archived customer')} restored</li>
        )}
        {summary.alreadyThere > 0 && (
          <li>{formatCount(summary.alreadyThere, 'row')} already there and not booked again</li>
        )}
        {summary.refused > 0 && (
          <li>
            {formatCount(summary.refused, 'row')} left out.{' '}
            {!undoneAt && (
              <a href={`/import/${row.id}/problems`} className="link" download>
                Download what is wrong with them
              </a>
            )}
          </li>
        )}
      </ul>
      {!undoneAt && (
        <div className="mt-6 flex flex-wrap gap-2 max-md:[&>.btn]:h-11">
          {PLACES[kind].map(({ label, href }) => (
            <Link key={href} href={route(href)} className="btn">
              {label}
            </Link>
          ))}
          <UndoButton importId={row.id} {...undoWords(kind, summary)} />
        </div>
      )}
    </section>
  );
}

function undoWords(kind: ImportKind, summary: ImportSummary): { title: string; description: string } {
  const { created, newCustomers, restoredCustomers, totals } = summary;
  const title = `Undo the import of ${countOf(kind, created)}?`;
  const people = newCustomers + restoredCustomers;
  const archived = `${formatCount(people, 'customer')} of it ${people === 1 ? 'is' : 'are'} archived unless something else stands on them.`;
  if (kind === 'customers') return { title, description: archived };
  const sums = totals.map(({ amountMinor, currency }) => formatMoney(amountMinor, currency)).join(' and ');
  const reversed = `${countOf(kind, created)} of ${sums} ${created === 1 ? 'is reversed, on its' : 'are reversed, each on its'} own day.`;
  return {
    title,
    description: `${reversed} ${people > 0 ? archived : ''} Nothing is deleted, and the same file can be imported again.`,
  };
}
