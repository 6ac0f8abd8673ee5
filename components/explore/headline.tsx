import type { Route } from 'next';
import Link from 'next/link';
import { ageClass } from '@/components/age-class';
import { AgingBar } from '@/components/aging-bar';
import { Explain } from '@/components/explain';
import type { ExploreSummary } from '@/db/queries/explore';
import { bucketLabels } from '@/lib/domain/aging';
import { type Minor, toMinor } from '@/lib/domain/money';
import { type ExploreFilters, STATUS_FACTS } from '@/lib/explore-filters';
import { FACT_NAMES, itemsWords } from '@/lib/explore-words';
import { formatCount, formatMoney, formatPercent } from '@/lib/format';
import type { ParamChanges } from '@/lib/url';

interface HeadlineProps {
  readonly filters: ExploreFilters;
  readonly summary: ExploreSummary;
  readonly href: (changes: ParamChanges) => Route;
}

/** What the filters match in figures: how many, how much, which part of all, how old, whose, and what was said of it. */
export function Headline({ filters, summary, href }: HeadlineProps) {
  const { matched, whole } = summary;
  const { currency } = filters;
  return (
    <section
      aria-label="What matches"
      className="grid gap-x-7 gap-y-5 border-b border-border px-5 py-5 md:grid-cols-2 xl:grid-cols-[236px_minmax(0,1fr)_220px] max-md:px-4"
    >
      <div>
        <p className="text-muted-foreground" role="status">
          {itemsWords(matched, filters)}, {formatCount(matched.customerCount, 'customer')}
        </p>
        <p className="fig mt-0.5 flex items-center gap-1 text-figure font-semibold tracking-[-.025em]">
          {formatMoney(matched.openMinor, currency)}
          <MatchedReceipt summary={summary} filters={filters} />
        </p>
        <p className="text-meta text-subtle">
          {matched.itemCount < whole.itemCount
            ? `${formatPercent(shareOf(matched.owedMinor, whole.owedMinor))} of all owed, ${formatPercent(shareOf(matched.lateMinor, whole.lateMinor))} of all late`
            : `${formatMoney(matched.lateMinor, currency, { cents: false })} of it late, ${formatPercent(shareOf(matched.lateMinor, matched.owedMinor))}`}
        </p>
        <MatchedBar summary={summary} filters={filters} />
      </div>
      <TopCustomers summary={summary} filters={filters} href={href} />
      <dl className="flex flex-col justify-center gap-1.5">
        {STATUS_FACTS.filter((fact) => matched.factsMinor[fact] > 0).map((fact) => (
          <div key={fact} className="flex justify-between">
            <dt className="text-muted-foreground">{FACT_NAMES[fact]}</dt>
            <dd className="num">
              <Link href={href({ status: [fact] })} scroll={false} className="hover:underline">
                {formatMoney(matched.factsMinor[fact], currency, { cents: false })}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What the figure is made of, and what the amounts of each status count. */
function MatchedReceipt({ summary: { matched }, filters }: Pick<HeadlineProps, 'summary' | 'filters'>) {
  const money = (amount: Minor) => formatMoney(amount, filters.currency);
  const { owedMinor, lateMinor, openMinor } = matched;
  const lines = [
    { label: 'Not due yet', value: money(toMinor(owedMinor - lateMinor)) },
    { label: 'Late', value: money(lateMinor) },
  ];
  const credits = { label: 'Unapplied credits', value: money(toMinor(openMinor - owedMinor)) };
  return (
    <Explain
      title={`${itemsWords(matched, filters)} that match`}
      lines={filters.withCredits ? [...lines, credits] : lines}
      total={{ label: 'Open', value: money(openMinor) }}
      note="Disputed and promised are the parts of these invoices that are contested, or were promised and have not arrived; reminded and part paid are all that is open of them. One invoice may count under several. A promise for an account counts for the invoices that it would pay, the oldest first."
    />
  );
}

/** All that is owed by age, and of each age the part that matches, in its colour. */
function MatchedBar({ summary, filters }: Pick<HeadlineProps, 'summary' | 'filters'>) {
  const { matched, whole } = summary;
  const labels = bucketLabels(filters.bounds);
  const words = matched.bucketsMinor.map(
    (amount, i) => `${labels[i]} ${formatMoney(amount, filters.currency, { cents: false })}`,
  );
  return (
    <span role="img" aria-label={`By age: ${words.join(', ')}`} className="agebar mt-4 h-2.5!">
      {whole.bucketsMinor.flatMap((all, i) => {
        const mine = matched.bucketsMinor[i] ?? 0;
        return [
          mine > 0 && (
            <i
              key={labels[i]}
              className={ageClass(i, labels.length)}
              style={{ flex: `${mine} 1 0` }}
              title={words[i]}
            />
          ),
          all > mine && (
            <i key={`${labels[i]} rest`} className="bg-muted" style={{ flex: `${all - mine} 1 0` }} />
          ),
        ];
      })}
    </span>
  );
}

function TopCustomers({ summary: { top }, filters, href }: HeadlineProps) {
  const labels = bucketLabels(filters.bounds);
  const most = top[0]?.openMinor ?? 0;
  return (
    <ul aria-label="Largest of them" className="flex flex-col justify-center gap-1.5">
      {top.map(({ customerId, customer, openMinor, bucketsMinor }) => (
        <li key={customerId} className="grid grid-cols-[minmax(0,174px)_1fr_auto] items-center gap-3">
          <Link
            href={href({ customer: [customerId], q: null })}
            scroll={false}
            className="truncate hover:underline"
            title={customer}
          >
            {customer}
          </Link>
          <span style={{ width: `${Math.max(2, (100 * openMinor) / Math.max(1, most))}%` }}>
            <AgingBar amounts={bucketsMinor} labels={labels} currency={filters.currency} size="md" />
          </span>
          <span className="num">{formatMoney(openMinor, filters.currency, { cents: false })}</span>
        </li>
      ))}
    </ul>
  );
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}
