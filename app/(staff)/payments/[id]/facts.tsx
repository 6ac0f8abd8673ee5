import Link from 'next/link';
import type { ReactNode } from 'react';
import type { DocumentDetail } from '@/db/queries/documents';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { route } from '@/lib/url';

/** Who paid, when, how and under which reference; and what took it back. */
export function Facts({ document, today }: { readonly document: DocumentDetail; readonly today: PlainDate }) {
  const { customerId, customerName, documentDate, payment, reversedBy } = document;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      'From',
      <Link key="from" href={route(`/customers/${customerId}`)} className="link">
        {customerName}
      </Link>,
    ],
    ['Received on', formatDay(documentDate, { today })],
    ['Method', payment?.method],
    ['Reference', payment?.reference],
    ['Payer', payment?.payer],
    [
      'Reversed on',
      reversedBy && `${formatDay(reversedBy.documentDate, { today })}, by ${reversedBy.number}`,
    ],
    ['Reason', reversedBy?.reason],
  ];
  return (
    <dl className="mt-4 grid max-w-[560px] grid-cols-[120px_1fr] gap-y-1.5">
      {facts.map(([label, value]) =>
        value ? (
          <div key={label} className="contents">
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
