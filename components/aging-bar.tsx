import type { Route } from 'next';
import Link from 'next/link';
import type { Minor } from '@/lib/domain/money';
import { formatMoney } from '@/lib/format';
import { ageClass } from './age-class';

interface AgingBarProps {
  /** One amount per bucket, Current first; a bucket at or below zero has no segment. */
  readonly amounts: readonly Minor[];
  /** The buckets' names, from `bucketLabels`. */
  readonly labels: readonly string[];
  readonly currency: string;
  /** 6, 10 or 14 px. */
  readonly size?: 'sm' | 'md' | 'lg';
  /** Where each segment leads. */
  readonly hrefs?: readonly Route[];
}

const HEIGHTS = { sm: 'h-1.5!', md: 'h-2.5!', lg: 'h-3.5!' } as const;

/**
 * One bar of the buckets in order, as wide as their amounts: the same everywhere. Says all its amounts in words. Its
 * links are for the pointer: narrow segments are no targets, so a list of the same links stands beside such a bar.
 */
export function AgingBar({ amounts, labels, currency, size = 'sm', hrefs }: AgingBarProps) {
  const words = amounts.map(
    (amount, i) => `${labels[i] ?? ''} ${formatMoney(amount, currency, { cents: false })}`,
  );
  const named = { role: 'img', 'aria-label': words.join(', ') };
  const segments = amounts.flatMap((amount, i) => {
    const look = { className: ageClass(i, amounts.length), style: { flex: `${amount} 1 0` } };
    const href = hrefs?.[i];
    if (amount <= 0) return [];
    if (!href) return [<i key={labels[i]} {...look} />];
    return [<Link key={labels[i]} {...look} href={href} tabIndex={-1} title={words[i]} />];
  });
  const bar = `agebar ${HEIGHTS[size]}`;
  if (!hrefs)
    return (
      <span {...named} className={bar}>
        {segments}
      </span>
    );
  return (
    <span className="relative block">
      <span {...named} className="sr-only" />
      <span aria-hidden className={bar}>
        {segments}
      </span>
    </span>
  );
}
