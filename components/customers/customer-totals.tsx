import { Money } from '@/components/money';
import type { CustomerList, CustomerTotals } from '@/db/queries/customer-list';
import { ZERO } from '@/lib/domain/money';
import { formatCount } from '@/lib/format';

interface CustomerTotalsRowsProps {
  readonly list: CustomerList;
  readonly currency: string;
}

/** The sums over all customers that match: one row that stays in sight, with a line for each further currency. */
export function CustomerTotalsRows({ list: { totals, customerCount }, currency }: CustomerTotalsRowsProps) {
  const [own = nothingIn(currency), ...others] = totals.some((each) => each.currency === currency)
    ? totals
    : [nothingIn(currency), ...totals];
  const all = [own, ...others];
  const figure = (of: (each: CustomerTotals) => CustomerTotals['totalMinor']) =>
    all.map((each) => (
      <span key={each.currency} className="block">
        <Money amount={of(each)} currency={each.currency} />
      </span>
    ));
  return (
    <tr className={others.length > 0 ? '[&>*]:py-2.5' : ''}>
      <td className="max-md:hidden" />
      <th scope="row" className="max-md:pl-4!">
        <span className="block">
          {formatCount(customerCount, 'customer')}
          {others.length > 0 && `, ${currency}`}
        </span>
        {others.map((each) => (
          <span key={each.currency} className="block font-normal text-muted-foreground">
            and in {each.currency}
          </span>
        ))}
      </th>
      <td className="max-xl:hidden" />
      <td className="max-[1400px]:hidden" />
      <td className="max-[1400px]:hidden" />
      <td className="max-lg:hidden" />
      <td className="max-xl:hidden" />
      <td className="max-md:hidden" />
      <td className="num max-md:hidden">{figure(({ lateMinor }) => lateMinor)}</td>
      <td className={`num max-lg:hidden ${own.creditsMinor < 0 ? 'text-positive!' : ''}`}>
        {figure(({ creditsMinor }) => creditsMinor)}
      </td>
      <td className="num">{figure(({ totalMinor }) => totalMinor)}</td>
    </tr>
  );
}

function nothingIn(currency: string): CustomerTotals {
  return { currency, totalMinor: ZERO, lateMinor: ZERO, creditsMinor: ZERO };
}
