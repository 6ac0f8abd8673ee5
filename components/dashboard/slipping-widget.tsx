import Link from 'next/link';
import { Explain } from '@/components/explain';
import type { SlippingCustomer } from '@/db/queries/slipping';
import { LATELY_DAYS } from '@/lib/domain/forecast/drift';
import { BEFORE_DAYS } from '@/lib/domain/forecast/slipping';
import { sumOf } from '@/lib/domain/money';
import { formatCount, formatDay, formatMoney } from '@/lib/format';
import { fromDueText, NOBODY_SLIPPING, slippingEvidence } from '@/lib/slipping-words';
import { withParams } from '@/lib/url';
import type { WidgetMoment } from './moment';
import { slippingTable } from './tables/matter-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

/** Customers that are drawn; the table has the others too. */
const DRAWN = 6;

interface SlippingWidgetProps {
  readonly customers: readonly SlippingCustomer[];
  readonly at: WidgetMoment;
}

/** Who pays later than it used to and is not late yet: from when to when, and how much is open of it. */
export function SlippingWidget({ customers, at }: SlippingWidgetProps) {
  const { asOf, today, currency } = at;
  const open = formatMoney(sumOf(customers.map((each) => each.openMinor)), currency);
  const count = formatCount(customers.length, 'customer');
  return (
    <WidgetFrame
      title="Early warnings"
      hint={customers.length === 0 ? undefined : 'not late yet, and paying later than they used to'}
      finding={
        customers.length === 0
          ? NOBODY_SLIPPING.title
          : `${count} with ${open} open and nothing late pay later than they used to`
      }
      rowsHref={
        asOf === today
          ? withParams('/worklist', { currency }, { show: 'slipping' })
          : at.exploreHref({ customer: customers.map((each) => each.customerId) })
      }
      tools={customers.length > 0 && <SlippingReceipt customers={customers} at={at} />}
      table={<WidgetTable table={slippingTable(customers, at)} />}
    >
      {customers.length === 0 ? (
        <p className="px-4 py-4 text-muted-foreground">
          {NOBODY_SLIPPING.title}. {NOBODY_SLIPPING.words}
        </p>
      ) : (
        <ul className="px-4 pt-0.5 pb-1">
          {customers.slice(0, DRAWN).map((each) => (
            <SlippingRow key={each.customerId} customer={each} at={at} />
          ))}
        </ul>
      )}
      {customers.length > DRAWN && (
        <p className="mt-auto px-4 pb-3 text-meta text-subtle">
          {DRAWN} of {count}
        </p>
      )}
    </WidgetFrame>
  );
}

interface SlippingRowProps {
  readonly customer: SlippingCustomer;
  readonly at: WidgetMoment;
}

function SlippingRow({ customer: each, at }: SlippingRowProps) {
  const { customer, customerId, latelyDays, beforeDays, openMinor, dueOn } = each;
  const money = formatMoney(openMinor, at.currency);
  return (
    <li className="flex items-center gap-1 border-b border-border last:border-0">
      <Link
        href={`/customers/${customerId}?asOf=${at.asOf}`}
        title={`${customer}: ${slippingEvidence(each)}`}
        className="-ml-2 grid min-h-[34px] min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto_auto] items-center gap-3 rounded-[6px] px-2 hover:bg-card-2 max-md:min-h-11"
      >
        <span className="flex gap-2">
          <span className="max-w-full shrink-0 truncate font-medium">{customer}</span>{' '}
          <span className="min-w-0 truncate text-subtle">
            {fromDueText(latelyDays)}, used to be {fromDueText(beforeDays)}
          </span>
        </span>
        <span className="fig text-meta font-medium text-warning">
          +{formatCount(latelyDays - beforeDays, 'day')}
        </span>
        <span className="fig min-w-16 text-right">
          {formatMoney(openMinor, at.currency, { cents: false })}
        </span>
      </Link>
      <Explain
        title={`${customer}, ${formatCount(latelyDays - beforeDays, 'day')} later`}
        lines={[
          { label: 'Lately, the middle of its payments', value: fromDueText(latelyDays) },
          { label: 'Before', value: fromDueText(beforeDays) },
          { label: 'Next due', value: formatDay(dueOn, { today: at.today }) },
        ]}
        total={{ label: 'Open, none of it late', value: money }}
        note={slippingEvidence(each)}
      />
    </li>
  );
}

/** Whom the widget lists, by which rule. */
function SlippingReceipt({ customers, at }: SlippingWidgetProps) {
  const open = formatMoney(sumOf(customers.map((each) => each.openMinor)), at.currency);
  return (
    <Explain
      title={`Early warnings, ${formatCount(customers.length, 'customer')}`}
      lines={customers.slice(0, DRAWN).map(({ customer, latelyDays, beforeDays }) => ({
        label: `${customer}, later by`,
        value: formatCount(latelyDays - beforeDays, 'day'),
      }))}
      total={{ label: 'Open of all of them', value: open }}
      note={`Customers with nothing late, of whom the middle of the payments of the last ${LATELY_DAYS} days came at least five days later after the due day than of the ${BEFORE_DAYS - LATELY_DAYS} days before, and half of them later than nine in ten did. At least three payments lately and five before.`}
    />
  );
}
