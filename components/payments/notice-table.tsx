import Link from 'next/link';
import type { ReactNode } from 'react';
import { Money } from '@/components/money';
import type { PaymentNotice } from '@/db/queries/payment-intents';
import { daysBetween, type PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDay, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';

interface NoticeTableProps {
  readonly notices: readonly PaymentNotice[];
  readonly today: PlainDate;
  readonly renderActions: (notice: PaymentNotice) => ReactNode;
}

/** Transfers that customers announced, the longest waiting first. A phone shows each as a card. */
export function NoticeTable({ notices, today, renderActions }: NoticeTableProps) {
  return (
    <table className="tbl">
      <caption className="sr-only">Transfers on their way</caption>
      <thead>
        <tr>
          <th scope="col">Customer</th>
          <th scope="col" className="max-lg:hidden">
            For
          </th>
          <th scope="col" className="max-md:hidden">
            Reference
          </th>
          <th scope="col" className="max-md:hidden">
            Sent
          </th>
          <th scope="col" className="num max-md:hidden">
            Amount
          </th>
          <th scope="col">
            <span className="sr-only">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {notices.map((notice) => (
          <Row key={notice.intentId} notice={notice} today={today} actions={renderActions(notice)} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly notice: PaymentNotice;
  readonly today: PlainDate;
  readonly actions: ReactNode;
}

function Row({ notice, today, actions }: RowProps) {
  const { customerId, customerName, reference, currency, amountMinor, creditMinor, sentOn } = notice;
  const days = daysBetween(sentOn, today);
  const sent = `${formatDay(sentOn, { today })}${days > 0 ? `, ${formatCount(days, 'day')} ago` : ''}`;
  return (
    <tr>
      <td className="max-md:py-3">
        <Link href={route(`/customers/${customerId}`)} className="font-medium hover:underline">
          {customerName}
        </Link>
        <span className="block text-muted-foreground md:hidden">
          {formatMoney(amountMinor, currency)}, {reference}, sent {sent}
        </span>
      </td>
      <td className="max-lg:hidden">
        {notice.invoices.length > 0 ? notice.invoices.join(', ') : 'The oldest first'}
        {creditMinor > 0 && (
          <span className="block text-subtle">with credit of {formatMoney(creditMinor, currency)}</span>
        )}
      </td>
      <td className="fig max-md:hidden">{reference}</td>
      <td className="max-md:hidden">{sent}</td>
      <td className="num max-md:hidden">
        <Money amount={amountMinor} currency={currency} />
      </td>
      <td>
        <span className="flex flex-wrap items-center justify-end gap-2">{actions}</span>
      </td>
    </tr>
  );
}
