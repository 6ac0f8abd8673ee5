import type { Route } from 'next';
import Link from 'next/link';
import { ageClass } from '@/components/age-class';
import { BucketDot } from '@/components/bucket-dot';
import type { Minor } from '@/lib/domain/money';
import { formatMoney, formatPercent } from '@/lib/format';

/** What is open of one age. */
interface AgedAmount {
  readonly label: string;
  readonly amountMinor: Minor;
  /** Of all that is open; null when nothing is. */
  readonly percent: number | null;
  /** Where its customers are listed. */
  readonly href: Route;
}

/** What a drawing of ages shows. */
export interface AgesDrawing {
  readonly buckets: readonly AgedAmount[];
  readonly owedMinor: Minor;
  readonly currency: string;
}

/** A bar per age in the fixed order, as long as its amount; each is a link. */
export function AgingBars({ buckets, currency }: AgesDrawing) {
  const most = Math.max(1, ...buckets.map(({ amountMinor }) => amountMinor));
  return (
    <ul className="mb-3 flex flex-col gap-px">
      {buckets.map(({ label, amountMinor, percent, href }, i) => (
        <li key={label}>
          <Link
            href={href}
            title={formatMoney(amountMinor, currency)}
            className="-mx-2 grid min-h-[26px] grid-cols-[64px_minmax(0,1fr)_auto_36px] items-center gap-3 rounded-[6px] px-2 hover:bg-card-2 max-md:min-h-11"
          >
            <span className="flex items-center gap-2">
              <BucketDot index={i} buckets={buckets.length} />
              {label}
            </span>
            <span className="h-[18px]">
              <span
                className={`block h-full rounded-[3px] ${ageClass(i, buckets.length)}`}
                style={{ width: `${(100 * amountMinor) / most}%`, minWidth: amountMinor > 0 ? 3 : 0 }}
              />
            </span>
            <span className="fig min-w-[76px] text-right">
              {formatMoney(amountMinor, currency, { cents: false })}
            </span>
            <span className="fig text-right text-subtle">{formatPercent(percent)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
