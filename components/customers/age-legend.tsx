import { AgingBar } from '@/components/aging-bar';
import { BucketDot } from '@/components/bucket-dot';
import type { CustomerBalance } from '@/db/queries/customer-balances';
import { formatMoney } from '@/lib/format';

interface AgeLegendProps {
  readonly balance: Pick<CustomerBalance, 'bucketsMinor' | 'currency'>;
  readonly labels: readonly string[];
}

/** The aging bar of one customer, and the amount of every colour that is in it. Draws nothing when nothing is owed. */
export function AgeLegend({ balance: { bucketsMinor, currency }, labels }: AgeLegendProps) {
  if (bucketsMinor.every((amount) => amount === 0)) return null;
  return (
    <div>
      <AgingBar amounts={bucketsMinor} labels={labels} currency={currency} size="md" />
      <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-meta text-muted-foreground">
        {bucketsMinor.map((amount, i) =>
          amount === 0 ? null : (
            <li key={labels[i]} className="flex items-center gap-1.5">
              <BucketDot index={i} buckets={labels.length} />
              {i === 0 && labels[0] === 'Current' ? 'Not due yet' : `${labels[i]} days`}
              <span className="fig text-foreground">{formatMoney(amount, currency)}</span>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
