import { AgingBar } from '@/components/aging-bar';
import { BucketDot } from '@/components/bucket-dot';
import { inOneLine } from '@/components/invoices/paper';
import { Money } from '@/components/money';
import { SellerMark } from '@/components/seller-mark';
import { ScrollRegion } from '@/components/ui/scroll-region';
import type { StatementPaper } from '@/db/queries/statement-paper';
import { bucketLabels, bucketOf, daysPastDue } from '@/lib/domain/aging';
import { sumOf, toMinor } from '@/lib/domain/money';
import { currencyName, formatDay, formatMoney } from '@/lib/format';
import { ActivityLines } from './activity-lines';
import { HowToPay } from './how-to-pay';
import { OpenLines } from './open-lines';
import { owedBy } from './way-to-pay';

/** A statement as the customer gets it: white paper, in the dark too. The PDF has the same figures in the same order. */
export function StatementOnScreen({ content }: { readonly content: StatementPaper }) {
  const { seller, address, logo, customer, currency, asOf } = content;
  const owed = owedBy(content);
  const day = formatDay(asOf, { month: 'long' });
  return (
    <article
      aria-label={`Statement of ${customer} in ${currency}`}
      className="paper w-full max-w-[794px] rounded-[6px] border border-border bg-card px-12 pt-11 pb-10 text-foreground shadow-[0_1px_3px_var(--border)] max-md:px-4 max-md:pt-6 print:max-w-none print:border-0 print:p-0 print:shadow-none"
    >
      <header className="flex items-start justify-between gap-4">
        <div className="flex items-center gap-3">
          <SellerMark seller={seller} logo={logo} className="size-10 rounded-[9px] text-section" />
          <div>
            <div className="font-semibold">{seller}</div>
            {address && <div className="text-muted-foreground">{inOneLine(address)}</div>}
          </div>
        </div>
        <div className="text-right">
          <h2 className="text-[19px] leading-6 font-semibold tracking-[-.015em]">Statement of account</h2>
          <div className="text-muted-foreground">
            {content.kind === 'activity'
              ? `${formatDay(content.from, { month: 'long' })} to ${day}`
              : `As of ${day}`}
          </div>
        </div>
      </header>
      <div className="mt-9 flex flex-wrap items-start justify-between gap-6">
        <div>
          <div className="text-muted-foreground">For</div>
          <div className="font-semibold wrap-anywhere">{customer}</div>
        </div>
        <div className="ml-auto text-right">
          <div className="text-muted-foreground">{owed < 0 ? 'In your favor' : 'You owe'}</div>
          <div className="fig text-[32px] leading-10 font-semibold tracking-[-.024em]">
            {formatMoney(toMinor(Math.abs(owed)), currency)}
          </div>
          {content.kind === 'open-item' && content.found.pastDueMinor > 0 && (
            <div>
              <b className="font-semibold">{formatMoney(content.found.pastDueMinor, currency)}</b> of this is
              past its due date
            </div>
          )}
        </div>
      </div>
      {content.kind === 'open-item' && <Ages content={content} />}
      <ScrollRegion label="Lines" className="mt-8 overflow-x-auto">
        {content.kind === 'open-item' ? <OpenLines content={content} /> : <ActivityLines content={content} />}
      </ScrollRegion>
      <HowToPay content={content} />
      <p className="mt-8 text-meta text-muted-foreground">
        All amounts in {currencyName(currency)}. Ignore this if your payment crossed in the post.
      </p>
    </article>
  );
}

type OpenItems = Extract<StatementPaper, { kind: 'open-item' }>;

function Ages({ content: { found, bounds, asOf, currency } }: { readonly content: OpenItems }) {
  const labels = bucketLabels(bounds);
  const amounts = labels.map((_, i) =>
    sumOf(
      found.items
        .filter((item) => item.openMinor > 0 && bucketOf(daysPastDue(item.dueOn, asOf), bounds) === i)
        .map((item) => item.openMinor),
    ),
  );
  return (
    <div className="mt-8">
      <AgingBar amounts={amounts} labels={labels} currency={currency} size="lg" />
      <dl className="mt-3 grid auto-cols-fr grid-flow-col text-meta max-md:grid-flow-row max-md:grid-cols-3 max-md:gap-y-2">
        {labels.map((label, i) => (
          <div key={label} className="border-border pr-2 md:[&+div]:border-l md:[&+div]:pl-3">
            <dt className="flex items-center gap-1.5 text-muted-foreground">
              <BucketDot index={i} buckets={labels.length} />
              {i === 0 && label === 'Current' ? 'Not due yet' : `${label} days`}
            </dt>
            <dd className="text-body font-semibold">
              <Money amount={amounts[i] ?? toMinor(0)} currency={currency} zero="dash" />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
