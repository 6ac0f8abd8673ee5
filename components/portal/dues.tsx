import Link from 'next/link';
import { AgingBar } from '@/components/aging-bar';
import { ClaimBadges } from '@/components/customers/claim-badges';
import { Late } from '@/components/late';
import type { Claims } from '@/db/queries/claims';
import type { CustomerBalance } from '@/db/queries/customer-balances';
import type { OpenItemRow } from '@/db/queries/open-items';
import { bucketLabels } from '@/lib/domain/aging';
import type { PlainDate } from '@/lib/domain/dates';
import { KIND_NAMES } from '@/lib/domain/documents';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { formatCount, formatDay, formatMoney } from '@/lib/format';
import { route } from '@/lib/url';
import { DuePicker } from './due-picker';
import { SelectAll } from './select-all';

interface DuesProps {
  readonly customer: string;
  readonly balance: CustomerBalance;
  /** Open debits of the balance's currency, oldest due first. */
  readonly debits: readonly OpenItemRow[];
  readonly claims: ReadonlyMap<string, Claims>;
  readonly bounds: readonly number[];
  readonly today: PlainDate;
  /** Whether this is the first block of the page, whose figure is its heading. */
  readonly isFirst: boolean;
}

/** What a customer owes in one currency: the sum, how much of it is late, and every invoice, the late ones first. */
export function Dues({ customer, balance, debits, claims, bounds, today, isFirst }: DuesProps) {
  const { currency, totalMinor, lateMinor, creditsMinor, bucketsMinor, openCount } = balance;
  const money = (amount: Minor) => formatMoney(amount, currency);
  const owed = sumOf(bucketsMinor);
  const [Heading, GroupHeading] = isFirst ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  const groups = [
    { name: 'Late', items: debits.filter((item) => item.days > 0) },
    { name: 'Not due yet', items: debits.filter((item) => item.days <= 0) },
  ];
  const head = (
    <div className="px-4 pb-5 md:px-0">
      <Heading className="tracking-normal">
        <span className="block text-section font-normal text-muted-foreground">
          {customer} {totalMinor < 0 ? 'has a credit of' : 'owes'}
        </span>
        <span className="fig block text-[36px] leading-[46px] font-semibold tracking-[-.024em] md:text-[42px] md:leading-[52px]">
          {money(toMinor(Math.abs(totalMinor)))}
        </span>
      </Heading>
      <p className="text-muted-foreground">
        {lateMinor > 0 ? (
          <>
            <b className="fig font-medium text-foreground">{money(lateMinor)}</b> is late.
          </>
        ) : (
          'Nothing is late.'
        )}
        {creditsMinor < 0 && (
          <>
            {' '}
            A credit of <b className="fig font-medium text-foreground">{money(toMinor(-creditsMinor))}</b> is
            waiting to be used.
          </>
        )}
      </p>
      {owed > 0 && (
        <div className="mt-4">
          <AgingBar amounts={bucketsMinor} labels={bucketLabels(bounds)} currency={currency} size="md" />
        </div>
      )}
    </div>
  );
  return (
    <section aria-label={`Due in ${currency}`} className="mb-10 last:mb-0">
      {debits.length === 0 && head}
      {debits.length > 0 && (
        <DuePicker currency={currency} items={debits} creditMinor={toMinor(-creditsMinor)}>
          {head}
          <div className="md:overflow-hidden md:rounded-panel md:border md:border-border md:bg-card">
            {groups.map(({ name, items }) =>
              items.length === 0 ? null : (
                <section key={name} aria-labelledby={`${currency}-${name}`} className="pt-1 max-md:pt-3">
                  <div className="flex items-baseline justify-between border-b border-border px-4 pt-2 pb-2 md:px-5 md:pt-3">
                    <GroupHeading id={`${currency}-${name}`} className="text-section">
                      {name}
                    </GroupHeading>
                    <SelectAll count={items.length} group={name.toLowerCase()} />
                  </div>
                  <ul>
                    {items.map((item) => (
                      <Due key={item.itemId} item={item} claims={claims} bounds={bounds} today={today} />
                    ))}
                  </ul>
                </section>
              ),
            )}
            <p className="fig flex justify-between px-4 py-3.5 font-semibold max-md:border-b max-md:border-border md:bg-card-2 md:px-5">
              <span>
                {formatCount(openCount, 'invoice')}
                {creditsMinor < 0 && ', before your credit'}
              </span>
              {money(owed)}
            </p>
          </div>
          <p className="px-4 pt-3 pb-4 text-form text-muted-foreground md:px-0">
            Something wrong with an invoice? View it and tell us, and we pause the reminders while we look.
          </p>
          {debits.length < openCount && (
            <p className="px-4 pt-3 text-form text-muted-foreground md:px-0">
              The oldest {formatCount(debits.length)} are listed; the sums count all of them.
            </p>
          )}
        </DuePicker>
      )}
    </section>
  );
}

interface DueProps extends Pick<DuesProps, 'claims' | 'bounds' | 'today'> {
  readonly item: OpenItemRow;
}

function Due({ item, claims, bounds, today }: DueProps) {
  const { itemId, documentId, kind, number, currency, amountMinor, openMinor, documentDate, dueOn, days } =
    item;
  const href = route(`/portal/invoices/${documentId}`);
  const name = kind === 'invoice' ? number : `${KIND_NAMES[kind]} ${number}`;
  return (
    <li className="flex min-h-[68px] items-center border-b border-border hover:bg-card-2 md:min-h-14 md:px-1">
      <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-3.5 self-stretch py-2 pl-4">
        <input type="checkbox" name="item" value={itemId} className="check max-md:size-[22px]!" />
        <span className="min-w-0 flex-1">
          <span className="fig block font-medium">{name}</span>
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-body leading-5 text-muted-foreground">
            <Late days={days} bounds={bounds} />
            <span className="max-md:hidden">
              issued {formatDay(documentDate, { today })}, due {formatDay(dueOn, { today })}
            </span>
            <ClaimBadges claims={claims.get(documentId)} currency={currency} today={today} />
          </span>
        </span>
        <span className="text-right max-md:hidden">
          <span className="fig block font-medium">{formatMoney(openMinor, currency)}</span>
          {openMinor < amountMinor && <PartOf amount={formatMoney(amountMinor, currency)} />}
        </span>
      </label>
      <Link href={href} className="flex flex-col items-end justify-center self-stretch px-4 py-2 text-right">
        <span className="fig block font-medium md:hidden">{formatMoney(openMinor, currency)}</span>
        {openMinor < amountMinor && (
          <span className="md:hidden">
            <PartOf amount={formatMoney(amountMinor, currency)} />
          </span>
        )}
        <span className="link text-body leading-5">
          View<span className="sr-only"> {name}</span>
        </span>
      </Link>
      <a
        href={`/exports/documents/${documentId}`}
        download
        className="link flex items-center self-stretch pr-4 text-body leading-5 max-md:hidden"
      >
        PDF<span className="sr-only"> of {name}</span>
      </a>
    </li>
  );
}

function PartOf({ amount }: { readonly amount: string }) {
  return <span className="block text-body leading-5 text-subtle">of {amount}</span>;
}
