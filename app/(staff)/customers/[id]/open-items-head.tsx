import type { Route } from 'next';
import Link from 'next/link';
import { formatCount } from '@/lib/format';
import { route, withParams } from '@/lib/url';

interface OpenItemsHeadProps {
  readonly customerId: string;
  readonly currency: string;
  readonly openCount: number;
}

/** The head of the open items: their number, and the ways to everything else that was ever booked with the customer. */
export function OpenItemsHead({ customerId, currency, openCount }: OpenItemsHeadProps) {
  const others: readonly { readonly label: string; readonly href: Route }[] = [
    { label: 'Timeline', href: route('#timeline') },
    { label: 'Payments', href: withParams('/payments', {}, { customer: customerId }) },
    { label: 'Statements', href: withParams('/statements', {}, { customer: customerId }) },
    { label: 'Invoices', href: withParams('/invoices', {}, { customer: customerId }) },
  ];
  return (
    <div className="flex items-center gap-5 overflow-x-auto border-b border-border px-5">
      <h2
        id={`open-${currency}`}
        className="-mb-px border-b-2 border-primary py-2.5 text-form whitespace-nowrap"
      >
        Open items <span className="ml-1 font-normal text-subtle">{formatCount(openCount)}</span>
      </h2>
      {others.map(({ label, href }) => (
        <Link
          key={label}
          href={href}
          className="py-2.5 text-muted-foreground hover:text-foreground print:hidden"
        >
          {label}
        </Link>
      ))}
    </div>
  );
}
