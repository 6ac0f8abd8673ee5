import type { Route } from 'next';
import Link from 'next/link';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { StatusBadge } from '@/components/status-badge';
import type { Claims } from '@/db/queries/claims';
import type { CreditItemRow } from '@/db/queries/credit-items';
import type { OpenItemRow } from '@/db/queries/open-items';
import { documentHref } from '@/lib/document-href';
import { daysPastDue } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { formatDay } from '@/lib/format';
import { ClaimBadges } from './claim-badges';

interface OpenItemsTableProps {
  readonly customer: string;
  readonly currency: string;
  /** Open debits of the currency, oldest due first. */
  readonly debits: readonly OpenItemRow[];
  /** Money that no invoice has taken yet, oldest first. */
  readonly credits: readonly CreditItemRow[];
  readonly balanceMinor: Minor;
  readonly claims: ReadonlyMap<string, Claims>;
  readonly asOf: PlainDate;
  readonly today: PlainDate;
  readonly bounds: readonly number[];
  /** Where a credit is applied; null when the reader may not. */
  readonly applyHref: ((itemId: string) => Route) | null;
}

/** What is open in one currency: invoices with how late they are, then money to apply, then the balance. */
export function OpenItemsTable(props: OpenItemsTableProps) {
  const { customer, currency, debits, credits, balanceMinor } = props;
  return (
    <div className="tbl-scroll">
      <table className="tbl">
        <caption className="sr-only">
          Open items of {customer} in {currency}
        </caption>
        <thead>
          <tr>
            <th scope="col">Invoice</th>
            <th scope="col" className="max-md:hidden">
              Issued
            </th>
            <th scope="col" className="max-md:hidden">
              Due
            </th>
            <th scope="col" className="max-md:hidden">
              Age
            </th>
            <th scope="col" className="max-md:hidden">
              Status
            </th>
            <th scope="col" className="num max-md:hidden">
              Amount
            </th>
            <th scope="col" className="num">
              Open, {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {debits.map((item) => (
            <DebitRow key={item.itemId} {...props} item={item} />
          ))}
          {credits.map((item) => (
            <CreditRow key={item.itemId} {...props} item={item} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Balance</th>
            <td className="max-md:hidden" colSpan={5} />
            <td className="num">
              <Money amount={balanceMinor} currency={currency} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function DebitRow({ item, ...props }: OpenItemsTableProps & { readonly item: OpenItemRow }) {
  const { currency, asOf, today, bounds, claims } = props;
  const late = <Late days={daysPastDue(item.dueOn, asOf)} bounds={bounds} />;
  const badges = (
    <>
      {item.openMinor < item.amountMinor && <StatusBadge status="part_paid" />}
      <ClaimBadges claims={claims.get(item.documentId)} currency={currency} today={today} />
    </>
  );
  return (
    <tr data-row>
      <th scope="row" className={PHONE_CELL}>
        <Link href={documentHref(item)} data-row-link className="fig hover:underline">
          {item.kind === 'invoice' ? item.number : `${KIND_NAMES[item.kind]} ${item.number}`}
        </Link>
        <span className="flex flex-wrap gap-x-2 gap-y-1 font-normal text-muted-foreground md:hidden">
          {late}
          {badges}
        </span>
      </th>
      <td className="fig text-muted-foreground max-md:hidden">{formatDay(item.documentDate, { today })}</td>
      <td className="fig text-muted-foreground max-md:hidden">{formatDay(item.dueOn, { today })}</td>
      <td className="max-md:hidden">{late}</td>
      <td className="max-md:hidden">
        <span className="flex gap-1.5">{badges}</span>
      </td>
      <td className="num text-muted-foreground max-md:hidden">
        <Money amount={item.amountMinor} currency={currency} />
      </td>
      <td className="num font-medium">
        <Money amount={item.openMinor} currency={currency} />
      </td>
    </tr>
  );
}

function CreditRow({ item, ...props }: OpenItemsTableProps & { readonly item: CreditItemRow }) {
  const { currency, today, applyHref } = props;
  const day = formatDay(item.documentDate, { today });
  const apply = applyHref && (
    <Link href={applyHref(item.itemId)} scroll={false} className="link text-meta print:hidden">
      Apply it
    </Link>
  );
  return (
    <tr data-row>
      <th scope="row" className={PHONE_CELL}>
        <Link href={documentHref(item)} data-row-link className="hover:underline">
          {item.method
            ? `${KIND_NAMES[item.kind]}, ${item.method}`
            : `${KIND_NAMES[item.kind]} ${item.number}`}
        </Link>
        <span className="flex gap-x-3 font-normal text-muted-foreground md:hidden">
          {day}, not applied yet {apply}
        </span>
      </th>
      <td className="fig text-muted-foreground max-md:hidden">{day}</td>
      <td colSpan={2} className="text-muted-foreground max-md:hidden">
        Not applied to an invoice yet
      </td>
      <td className="max-md:hidden">{apply}</td>
      <td className="num text-muted-foreground max-md:hidden">
        <Money amount={item.amountMinor} currency={currency} />
      </td>
      <td className="num font-medium text-positive">
        <Money amount={item.openMinor} currency={currency} />
      </td>
    </tr>
  );
}
