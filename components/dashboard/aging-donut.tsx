import Link from 'next/link';
import { ageColor } from '@/components/age-class';
import { BucketDot } from '@/components/bucket-dot';
import { formatMoney, formatPercent } from '@/lib/format';
import type { AgesDrawing } from './aging-bars';

const RADIUS = 60;
const GAP = 1.2;

/** An arc per age in the fixed order, clockwise from Current, with the sum in the hole where there is room; the links stand beside it. */
export function AgingDonut({ buckets, owedMinor, currency }: AgesDrawing) {
  const around = 2 * Math.PI * RADIUS;
  const arcs = buckets.map(({ label, percent }, i) => ({
    label,
    color: ageColor(i, buckets.length),
    length: ((percent ?? 0) / 100) * around,
    offset: buckets.slice(0, i).reduce((sum, each) => sum + ((each.percent ?? 0) / 100) * around, 0),
  }));
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-3 max-md:gap-x-4">
      <svg viewBox="0 0 160 160" className="size-[156px] shrink-0 max-md:size-[112px]" aria-hidden>
        {arcs
          .filter(({ length }) => length > 0)
          .map(({ label, color, length, offset }) => (
            <circle
              key={label}
              cx="80"
              cy="80"
              r={RADIUS}
              fill="none"
              stroke={color}
              strokeWidth="24"
              strokeDasharray={`${Math.max(0.5, length - GAP)} ${around}`}
              strokeDashoffset={-offset}
              transform="rotate(-90 80 80)"
            />
          ))}
        <text x="80" y="78" textAnchor="middle" className="b max-md:hidden">
          {formatMoney(owedMinor, currency, { cents: false })}
        </text>
        <text x="80" y="94" textAnchor="middle" className="max-md:hidden">
          open
        </text>
      </svg>
      <ul className="flex min-w-[180px] flex-1 flex-col">
        {buckets.map(({ label, amountMinor, percent, href }, i) => (
          <li key={label}>
            <Link
              href={href}
              title={formatMoney(amountMinor, currency)}
              className="-mx-2 flex min-h-[26px] items-center gap-2 rounded-[6px] px-2 hover:bg-card-2 max-md:min-h-11"
            >
              <BucketDot index={i} buckets={buckets.length} />
              {label}
              <span className="fig ml-auto">{formatMoney(amountMinor, currency, { cents: false })}</span>
              <span className="fig w-9 text-right text-subtle">{formatPercent(percent)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
