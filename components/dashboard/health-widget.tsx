import Link from 'next/link';
import { Explain } from '@/components/explain';
import type { CustomerHealthTrend, HealthList } from '@/db/queries/customer-health';
import { type HealthBand, wholeDeductions } from '@/lib/domain/health';
import { formatCount } from '@/lib/format';
import type { WidgetMoment } from './moment';
import { Spark } from './spark';
import { HEALTH_PARTS, HEALTH_WORDS, healthTable, scoreText } from './tables/matter-tables';
import { WidgetFrame } from './widget-frame';
import { WidgetTable } from './widget-table';

const COLORS: Readonly<Record<HealthBand, string>> = {
  at_risk: 'text-destructive',
  watch: 'text-warning',
  healthy: 'text-positive',
};

interface HealthWidgetProps {
  readonly list: HealthList;
  readonly at: WidgetMoment;
}

/** The customers that pay worst: score, why, how it went over half a year, and the word for it. */
export function HealthWidget({ list: { rows, counts }, at }: HealthWidgetProps) {
  const rated = counts.at_risk + counts.watch + counts.healthy;
  return (
    <WidgetFrame
      title="Customer health"
      hint="lowest first"
      finding={`${formatCount(counts.at_risk, 'customer')} at risk, ${counts.watch} to watch, ${counts.healthy} healthy`}
      rowsHref={at.exploreHref({ customer: rows.map((row) => row.facts.customerId) })}
      tools={rated > 0 && <BandsReceipt counts={counts} rated={rated} />}
      table={<WidgetTable table={healthTable(rows)} />}
    >
      {rows.length === 0 ? (
        <p className="px-4 py-4 text-muted-foreground">
          No customer has settled three invoices in the last year yet: too little to say how one pays.
        </p>
      ) : (
        <ul className="px-4 pt-0.5 pb-1">
          {rows.map((row) => (
            <HealthRow key={row.facts.customerId} row={row} at={at} />
          ))}
        </ul>
      )}
      {rated > rows.length && (
        <p className="mt-auto px-4 pb-3 text-meta text-subtle">
          {rows.length} of {formatCount(rated, 'customer')}
          {counts.unknown > 0 && `; ${formatCount(counts.unknown)} more have too little history`}
        </p>
      )}
    </WidgetFrame>
  );
}

function HealthRow({ row, at }: { readonly row: CustomerHealthTrend; readonly at: WidgetMoment }) {
  const band = row.band ?? 'watch';
  const [color, word] = [COLORS[band], HEALTH_WORDS[band]];
  const { customer, customerId } = row.facts;
  return (
    <li className="flex items-center gap-1 border-b border-border last:border-0">
      <Link
        href={`/customers/${customerId}?asOf=${at.asOf}`}
        title={`${customer}: ${row.reason}`}
        className="-ml-2 grid min-h-[34px] min-w-0 flex-1 grid-cols-[22px_minmax(0,1fr)_auto_56px] items-center gap-3 rounded-[6px] px-2 hover:bg-card-2 max-md:min-h-11"
      >
        <span className="fig text-right font-semibold">{scoreText(row)}</span>
        <span className="flex gap-2">
          <span className="max-w-full shrink-0 truncate font-medium">{customer}</span>{' '}
          <span className="min-w-0 truncate text-subtle">{row.reason}</span>
        </span>
        <Spark values={row.trend.map(({ score }) => score)} className={color} />
        <span className={`text-right text-meta font-medium ${color}`}>{word}</span>
      </Link>
      <HealthReceipt row={row} />
    </li>
  );
}

/** The points that a customer's score is made of. */
function HealthReceipt({ row }: { readonly row: CustomerHealthTrend }) {
  if (!row.health) return null;
  return (
    <Explain
      title={`${row.facts.customer}, ${scoreText(row)} of 100`}
      lines={[
        { label: 'Paying early, nothing late', value: '100' },
        ...wholeDeductions(row.health).map(({ part, points }) => ({
          label: HEALTH_PARTS[part],
          value: `−${points}`,
        })),
      ]}
      total={{ label: 'Health', value: scoreText(row) }}
      note={row.reason}
    />
  );
}

interface BandsReceiptProps {
  readonly counts: HealthList['counts'];
  /** Customers with enough history to say. */
  readonly rated: number;
}

function BandsReceipt({ counts, rated }: BandsReceiptProps) {
  return (
    <Explain
      title={`Customer health, ${formatCount(rated, 'customer')}`}
      lines={[
        { label: 'At risk, less than 50 points', value: formatCount(counts.at_risk) },
        { label: 'Watch, 50 to 79', value: formatCount(counts.watch) },
        { label: 'Healthy, 80 and more', value: formatCount(counts.healthy) },
      ]}
      total={{ label: 'With enough history to say', value: formatCount(rated) }}
      note={`Customers that owe something or paid something within a year. How late a customer pays, what is late now, which way it goes, the credit limit, and broken promises. ${formatCount(counts.unknown, 'customer')} settled fewer than three invoices in a year.`}
    />
  );
}
