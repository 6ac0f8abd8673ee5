import Link from 'next/link';
import { ClaimBadges } from '@/components/customers/claim-badges';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import type { Claims } from '@/db/queries/claims';
import type { OpenItemRow } from '@/db/queries/open-items';
import { documentHref } from '@/lib/document-href';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDay } from '@/lib/format';

interface ChasedTableProps {
  readonly customer: string;
  readonly currency: string;
  /** Open debits, oldest due first. */
  readonly debits: readonly OpenItemRow[];
  readonly claims: ReadonlyMap<string, Claims>;
  /** How often each document was named in a reminder. */
  readonly reminders: ReadonlyMap<string, number>;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
}

/** So many invoices are listed; the others are on the page of the customer. */
const SHOWN = 8;

/** What is open, oldest first, with how late it is, what was said of it and how often it was asked for. */
export function ChasedTable({
  customer,
  currency,
  debits,
  claims,
  reminders,
  today,
  bounds,
}: ChasedTableProps) {
  const late = debits.filter((item) => item.dueOn < today);
  const listed = late.length > 0 ? late : debits;
  return (
    <div className="-mx-5 overflow-x-auto max-md:-mx-4">
      <table className="tbl">
        <caption className="sr-only">What {customer} has open</caption>
        <thead>
          <tr>
            <th scope="col">{late.length > 0 ? 'Late invoices' : 'Open invoices'}</th>
            <th scope="col" className="max-md:hidden">
              Due
            </th>
            <th scope="col" className="max-md:hidden">
              Age
            </th>
            <th scope="col" className="max-md:hidden">
              Chased
            </th>
            <th scope="col" className="max-md:hidden">
              They say
            </th>
            <th scope="col" className="num">
              Open, {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, SHOWN).map((item) => {
            const age = <Late days={daysPastDue(item.dueOn, today)} bounds={bounds} />;
            const said = (
              <ClaimBadges claims={claims.get(item.documentId)} currency={currency} today={today} />
            );
            const count = reminders.get(item.documentId) ?? 0;
            return (
              <tr key={item.itemId}>
                <th scope="row" className={PHONE_CELL}>
                  <Link href={documentHref(item)} className="fig hover:underline">
                    {item.number}
                  </Link>
                  <span className="flex flex-wrap gap-2 font-normal text-muted-foreground md:hidden">
                    {age} {said}
                  </span>
                </th>
                <td className="fig text-muted-foreground max-md:hidden">
                  {formatDay(item.dueOn, { today })}
                </td>
                <td className="max-md:hidden">{age}</td>
                <td className="text-muted-foreground max-md:hidden">
                  {count > 0 ? formatCount(count, 'reminder') : 'not yet'}
                </td>
                <td className="max-md:hidden">
                  <span className="flex gap-1.5">{said}</span>
                </td>
                <td className="num font-medium">
                  <Money amount={item.openMinor} currency={currency} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {debits.length > Math.min(listed.length, SHOWN) && (
        <p className="px-5 py-2 text-meta text-subtle max-md:px-4">
          {formatCount(debits.length - Math.min(listed.length, SHOWN), 'further open invoice')} on the
          account.
        </p>
      )}
    </div>
  );
}
