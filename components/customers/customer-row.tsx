import Link from 'next/link';
import { Late } from '@/components/late';
import { Money } from '@/components/money';
import { PHONE_CELL } from '@/components/phone-cell';
import { SelectRow } from '@/components/select-cells';
import { Badge } from '@/components/ui/badge';
import type { CustomerRow } from '@/db/queries/customer-list';
import type { CustomerStanding } from '@/db/queries/customer-standing';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { termsWords } from '@/lib/terms-words';
import { route } from '@/lib/url';
import { HealthWord } from './health-word';
import { TagList } from './tag-list';

interface CustomerRowProps {
  readonly row: CustomerRow;
  readonly standing: CustomerStanding | undefined;
  readonly currency: string;
  readonly bounds: readonly number[];
  readonly today: PlainDate;
}

/** A line of the list of customers. */
export function CustomerRowCells({ row, standing, currency, bounds, today }: CustomerRowProps) {
  const late = row.oldestDays === null ? null : <Late days={row.oldestDays} bounds={bounds} />;
  return (
    <tr data-row>
      <SelectRow id={row.id} name={row.name} amount={row.totalMinor} />
      <th scope="row" className={`whitespace-normal! max-md:pl-4! ${PHONE_CELL}`}>
        <Link
          href={route(`/customers/${row.id}`)}
          data-row-link
          className="hover:underline md:inline-block md:max-w-[190px] md:truncate md:align-bottom min-[1400px]:max-w-[280px]"
          title={row.name}
        >
          {row.name}
        </Link>
        <Marks row={row} />
        <span className="block font-normal text-muted-foreground md:hidden">{late ?? 'nothing late'}</span>
      </th>
      <td className="max-w-[140px] truncate text-muted-foreground max-xl:hidden">{row.owner ?? <Dash />}</td>
      <td className="max-w-[170px] truncate max-[1400px]:hidden">
        <TagList tags={row.tags} />
      </td>
      <td className="text-muted-foreground max-[1400px]:hidden">{termsWords(row.termsDays)}</td>
      <td className="max-lg:hidden">
        <HealthWord band={standing?.band ?? null} />
      </td>
      <td className="fig text-muted-foreground max-xl:hidden">
        {standing?.lastPaidOn ? formatDay(standing.lastPaidOn, { today }) : <Dash />}
      </td>
      <td className="max-md:hidden">{late}</td>
      <td className="num max-md:hidden">
        <Money amount={row.lateMinor} currency={currency} zero="dash" />
      </td>
      <td className={`num max-lg:hidden ${row.creditsMinor < 0 ? 'text-positive' : ''}`}>
        <Money amount={row.creditsMinor} currency={currency} zero="dash" />
      </td>
      <td className="num font-medium">
        <Money amount={row.totalMinor} currency={currency} zero="dash" />
      </td>
    </tr>
  );
}

function Marks({ row }: { readonly row: CustomerRow }) {
  return (
    <>
      {row.isArchived && (
        <span className="ml-2">
          <Badge>Archived</Badge>
        </span>
      )}
      {row.isOnHold && (
        <span className="ml-2">
          <Badge tone="warning">Credit hold</Badge>
        </span>
      )}
      {row.otherCurrencies.length > 0 && (
        <span className="ml-2 text-meta font-normal whitespace-nowrap text-subtle">
          also {row.otherCurrencies.join(', ')}
        </span>
      )}
    </>
  );
}

function Dash() {
  return <span className="z">–</span>;
}
