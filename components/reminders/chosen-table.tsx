import type { Route } from 'next';
import Link from 'next/link';
import { PHONE_CELL } from '@/components/phone-cell';
import { Checkbox } from '@/components/ui/checkbox';
import type { ChosenReminder } from '@/db/queries/chosen-reminders';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDay } from '@/lib/format';
import { owedWords } from './owed-words';
import { STAGE_WORDS } from './reason-words';

interface ChosenTableProps {
  readonly rows: readonly ChosenReminder[];
  readonly today: PlainDate;
  /** The page with the mail of one customer over it. */
  readonly lookHrefOf: (customerId: string) => Route;
}

/** Whom a choice reminds, each with a box that leaves it out: to whom, which reminder it is, of how much, and when the last one went. */
export function ChosenTable({ rows, today, lookHrefOf }: ChosenTableProps) {
  return (
    <table className="tbl">
      <caption className="sr-only">To be reminded</caption>
      <thead>
        <tr>
          <th scope="col" className="w-9">
            <span className="sr-only">Remind</span>
          </th>
          <th scope="col">Customer</th>
          <th scope="col" className="max-md:hidden">
            To
          </th>
          <th scope="col" className="max-lg:hidden">
            Which
          </th>
          <th scope="col" className="max-lg:hidden">
            Last reminded
          </th>
          <th scope="col" className="max-md:hidden">
            Invoices
          </th>
          <th scope="col" className="num">
            Late
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.customerId} data-row>
            <td className="w-9">
              <Checkbox
                name="customerIds"
                value={row.customerId}
                defaultChecked
                data-row-select=""
                aria-label={`Remind ${row.customer}`}
              />
            </td>
            <th scope="row" className={PHONE_CELL}>
              <Link
                href={lookHrefOf(row.customerId)}
                scroll={false}
                data-row-link
                className="hover:underline"
              >
                {row.customer}
                <span className="sr-only">: see the mail</span>
              </Link>
              <span className="block font-normal text-muted-foreground md:hidden">
                {row.address}, {formatCount(row.invoiceCount, 'invoice')}
              </span>
            </th>
            <td className="max-w-[260px] truncate text-muted-foreground max-md:hidden">{row.address}</td>
            <td className="max-lg:hidden">
              {STAGE_WORDS[row.stage]}
              {row.level > 1 && <span className="text-muted-foreground">, no. {row.level}</span>}
            </td>
            <td className="text-muted-foreground max-lg:hidden">
              {row.lastOn ? formatDay(row.lastOn, { today }) : 'Never'}
            </td>
            <td className="max-md:hidden">{formatCount(row.invoiceCount)}</td>
            <td className="num font-medium">{owedWords(row.owed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
