import Link from 'next/link';
import { Money } from '@/components/money';
import { EmptyState } from '@/components/ui/empty-state';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { SlippingCustomer } from '@/db/queries/slipping';
import type { PlainDate } from '@/lib/domain/dates';
import { LATELY_DAYS } from '@/lib/domain/forecast/drift';
import { BEFORE_DAYS } from '@/lib/domain/forecast/slipping';
import { formatDay } from '@/lib/format';
import { fromDueText, NOBODY_SLIPPING, slippingEvidence } from '@/lib/slipping-words';

interface SlippingListProps {
  readonly customers: readonly SlippingCustomer[];
  readonly currency: string;
  readonly today: PlainDate;
}

/** Who pays later lately than it used to and is not late yet, with the payments that show it. */
export function SlippingList({ customers, currency, today }: SlippingListProps) {
  if (customers.length === 0)
    return (
      <EmptyState title={NOBODY_SLIPPING.title} tone="good">
        {NOBODY_SLIPPING.words}
      </EmptyState>
    );
  return (
    <section aria-label="Slipping" className="px-6 py-5 max-md:px-4">
      <p className="mb-3 text-muted-foreground">
        Not late yet, and paying later than they used to: the middle of their payments of the last{' '}
        {LATELY_DAYS} days, and of the {BEFORE_DAYS - LATELY_DAYS} days before.
      </p>
      <ScrollRegion label="Slipping, table" className="tbl-scroll">
        <table className="tbl">
          <caption className="sr-only">Customers that pay later lately than they used to</caption>
          <thead>
            <tr>
              <th scope="col">Customer</th>
              <th scope="col" className="num">
                Open, {currency}
              </th>
              <th scope="col">Next due</th>
              <th scope="col">Before</th>
              <th scope="col">Lately</th>
              <th scope="col">What shows it</th>
            </tr>
          </thead>
          <tbody>
            {customers.map((each) => (
              <tr key={each.customerId} data-row>
                <th scope="row">
                  <Link href={`/customers/${each.customerId}`} data-row-link className="hover:underline">
                    {each.customer}
                  </Link>
                </th>
                <td className="num">
                  <Money amount={each.openMinor} currency={currency} />
                </td>
                <td className="whitespace-nowrap">{formatDay(each.dueOn, { today })}</td>
                <td className="whitespace-nowrap text-muted-foreground">{fromDueText(each.beforeDays)}</td>
                <td className="font-medium whitespace-nowrap">{fromDueText(each.latelyDays)}</td>
                <td className="min-w-[260px] py-2 whitespace-normal! text-muted-foreground">
                  {slippingEvidence(each)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
