import Link from 'next/link';
import { CountRow } from '@/components/count-row';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { Badge, type Tone } from '@/components/ui/badge';
import type { RecurringInvoice } from '@/db/queries/recurring-invoices';
import type { PlainDate } from '@/lib/domain/dates';
import { linesTotal, priceLines } from '@/lib/domain/invoice-lines';
import { formatDay } from '@/lib/format';
import { billsFrom, nextBilling } from '@/lib/next-billing';
import { recurringState, rhythmWords } from '@/lib/rhythm-words';
import { route } from '@/lib/url';

interface RecurringTableProps {
  readonly rows: readonly RecurringInvoice[];
  /** The latest day that each has billed or passed over, by id. */
  readonly last: ReadonlyMap<string, PlainDate>;
  readonly today: PlainDate;
  /** All that match, on all pages. */
  readonly count: number;
}

const STATES: Readonly<Record<ReturnType<typeof recurringState>, readonly [string, Tone]>> = {
  active: ['Runs', 'positive'],
  paused: ['Paused', 'warning'],
  ended: ['Ended', 'neutral'],
};

/** The word of a state: runs, paused, ended. */
export function RecurringState({ state }: { readonly state: ReturnType<typeof recurringState> }) {
  const [word, tone] = STATES[state];
  return <Badge tone={tone}>{word}</Badge>;
}

/** Invoices that repeat: whom each bills, how often, when next, and how much each time. */
export function RecurringTable({ rows, last, today, count }: RecurringTableProps) {
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Recurring invoices</caption>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col" className="max-lg:hidden">
            First line
          </th>
          <th scope="col" className="max-md:hidden">
            How often
          </th>
          <th scope="col">Next</th>
          <th scope="col" className="max-md:hidden">
            State
          </th>
          <th scope="col" className="max-lg:hidden">
            Currency
          </th>
          <th scope="col" className="num">
            Each time
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const state = recurringState(row, today);
          const next = nextBilling(row, billsFrom(last.get(row.id) ?? null, today));
          return (
            <tr key={row.id} data-row>
              <th scope="row" className={PHONE_CELL}>
                <Link href={route(`/recurring/${row.id}`)} data-row-link className="hover:underline">
                  {row.customer}
                </Link>
                <span className="mt-1 block font-normal text-muted-foreground md:hidden">
                  {rhythmWords(row)}
                </span>
              </th>
              <td className="max-w-[240px] truncate text-muted-foreground max-lg:hidden">
                {row.lines[0]?.description}
              </td>
              <td className="text-muted-foreground max-md:hidden">{rhythmWords(row)}</td>
              <td className="fig">{next ? formatDay(next, { today }) : <span className="z">–</span>}</td>
              <td className="max-md:hidden">
                <RecurringState state={state} />
              </td>
              <td className="text-muted-foreground max-lg:hidden">{row.currency}</td>
              <td className="num font-medium">
                <Money amount={linesTotal(priceLines(row.lines)).totalMinor} currency={row.currency} />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <CountRow count={count} noun="recurring invoice" />
      </tfoot>
    </table>
  );
}
