import { CircleAlert, CircleCheck } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { formatCount, formatMoney } from '@/lib/format';
import type { Agreement } from '@/lib/sources/agreement';
import { agoWords } from '@/lib/sources/run-words';

interface FreshnessProps {
  /** When the last run came to its end; null before the first. */
  readonly freshAt: Date | null;
  readonly clock: (at: Date) => string;
  readonly agreement: Agreement | null;
  /** Other currencies in which the two do not agree. */
  readonly othersApart: number;
  readonly differencesHref: (currency: string) => Route;
}

/** How fresh the figures are, and whether both books say the same is owed. */
export function Freshness({ freshAt, clock, agreement, othersApart, differencesHref }: FreshnessProps) {
  return (
    <>
      <div>
        <p className="text-meta text-muted-foreground">Your numbers are as fresh as</p>
        <p className="text-figure font-semibold first-letter:uppercase">
          {freshAt ? agoWords(freshAt) : 'Not read yet'}
        </p>
        {freshAt && <p className="text-meta text-subtle">Last run ended at {clock(freshAt)}</p>}
      </div>
      {agreement && (
        <div>
          <p className="text-meta text-muted-foreground">
            {agreement.differenceMinor === 0 ? 'Agrees with' : 'Does not agree with'} {agreement.system}
          </p>
          <p className="flex items-center gap-2 text-figure font-semibold">
            <span className="fig">{formatMoney(agreement.sourceMinor, agreement.currency)}</span>
            {agreement.differenceMinor === 0 ? (
              <CircleCheck aria-hidden className="size-4 text-positive" />
            ) : (
              <CircleAlert aria-hidden className="size-4 text-destructive" />
            )}
          </p>
          <p className="text-meta text-subtle">
            Difference{' '}
            <Link href={differencesHref(agreement.currency)} className="link fig">
              {formatMoney(agreement.differenceMinor, agreement.currency)}
            </Link>{' '}
            at {clock(agreement.at)}
          </p>
          {othersApart > 0 && (
            <p className="text-meta">
              <a href="#by-customer" className="link text-destructive">
                Not so in {formatCount(othersApart, 'other currency', 'other currencies')}
              </a>
            </p>
          )}
        </div>
      )}
    </>
  );
}
