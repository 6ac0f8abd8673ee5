import Link from 'next/link';
import { PHONE_CELL } from '@/components/phone-cell';
import type { MailRow } from '@/db/queries/mail-log';
import type { PlainDate } from '@/lib/domain/dates';
import { formatInstant } from '@/lib/format';
import { MAIL_KIND_NAMES } from '@/lib/mail/kinds';
import { route } from '@/lib/url';
import { MailStateBadge } from './mail-state';

interface MailTableProps {
  readonly rows: readonly MailRow[];
  readonly timeZone: string;
  readonly today: PlainDate;
}

/** Mails, newest first: what, to whom, and what became of each. A phone shows two lines a row. */
export function MailTable({ rows, timeZone, today }: MailTableProps) {
  return (
    <table className="tbl tbl-sticky">
      <caption className="sr-only">Mails</caption>
      <thead>
        <tr>
          <th scope="col">Subject</th>
          <th scope="col" className="max-md:hidden">
            To
          </th>
          <th scope="col" className="max-xl:hidden">
            Customer
          </th>
          <th scope="col" className="max-lg:hidden">
            Kind
          </th>
          <th scope="col" className="max-md:hidden">
            State
          </th>
          <th scope="col" className="max-md:hidden">
            When
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} timeZone={timeZone} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, timeZone, today }: Omit<MailTableProps, 'rows'> & { readonly row: MailRow }) {
  const kind = MAIL_KIND_NAMES[row.kind];
  const when = formatInstant(row.sentAt ?? row.createdAt, timeZone, today);
  const waits = row.state === 'queued' && row.problem !== null;
  return (
    <tr data-row>
      <th scope="row" className={`max-w-[420px] truncate ${PHONE_CELL}`}>
        <Link href={route(`/mails/${row.id}`)} data-row-link className="hover:underline">
          {row.subject ?? kind}
        </Link>
        <span className="block font-normal text-muted-foreground md:hidden">{row.toAddress}</span>
        <span className="flex flex-wrap gap-2 font-normal text-muted-foreground md:hidden">
          {when} <MailStateBadge state={row.state} />
        </span>
      </th>
      <td className="max-w-[260px] truncate max-md:hidden" title={row.toName}>
        {row.toAddress}
      </td>
      <td className="max-w-[220px] truncate max-xl:hidden">
        {row.customerId && (
          <Link href={route(`/customers/${row.customerId}`)} className="hover:underline">
            {row.customer}
          </Link>
        )}
      </td>
      <td className="text-muted-foreground max-lg:hidden">{kind}</td>
      <td className="max-md:hidden">
        <MailStateBadge state={row.state} />
        {waits && (
          <span className="ml-2 text-meta text-muted-foreground" title={row.problem ?? undefined}>
            again {formatInstant(row.sendAfter, timeZone, today)}
          </span>
        )}
      </td>
      <td className="fig text-muted-foreground max-md:hidden">{when}</td>
    </tr>
  );
}
