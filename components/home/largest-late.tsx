import type { Route } from 'next';
import Link from 'next/link';
import { AgingBar } from '@/components/aging-bar';
import { Money } from '@/components/money';
import type { AgingRow } from '@/db/queries/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { sumOf } from '@/lib/domain/money';

interface LargestLateProps {
  readonly rows: readonly AgingRow[];
  readonly labels: readonly string[];
  readonly currency: string;
  readonly at: { readonly asOf: PlainDate; readonly currency: string };
}

/** The customers with something late whose balances weigh most. Draws nothing when nothing is late. */
export function LargestLate({ rows, labels, currency, at }: LargestLateProps) {
  if (rows.length === 0) return null;
  const all: Route = `/aging?asOf=${at.asOf}&currency=${at.currency}&show=late`;
  return (
    <section className="mt-9" aria-labelledby="largest-late">
      <div className="mb-1 flex items-baseline justify-between">
        <h3 id="largest-late" className="text-section">
          Largest balances with something late
        </h3>
        <Link href={all} className="link text-meta">
          See all
        </Link>
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.customerId} className="border-b border-border last:border-0">
            <Link
              href={`/customers/${row.customerId}?asOf=${at.asOf}`}
              className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-1 py-3 hover:bg-card-2 md:grid-cols-[minmax(0,1fr)_160px_120px_120px]"
            >
              <span className="truncate font-medium">{row.customer}</span>
              <span className="max-md:order-3 max-md:col-span-2">
                <AgingBar amounts={row.bucketsMinor} labels={labels} currency={currency} />
              </span>
              <span className="text-right text-muted-foreground max-md:hidden">
                <Money amount={sumOf(row.bucketsMinor.slice(1))} currency={currency} /> late
              </span>
              <span className="fig text-right font-semibold">
                <Money amount={row.totalMinor} currency={currency} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
