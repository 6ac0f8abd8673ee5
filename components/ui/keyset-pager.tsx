import type { Route } from 'next';
import Link from 'next/link';
import { formatCount } from '@/lib/format';
import { buttonClass } from './button';

interface KeysetPagerProps {
  /** Rows on this page. */
  readonly shown: number;
  /** All that match, in words: "1,204 customers". */
  readonly of: string;
  /** Null on the first page, and on the last. */
  readonly firstHref: Route | null;
  readonly nextHref: Route | null;
}

/** "50 of 1,204 customers" with the ways to the first page and the next. Draws nothing when all rows are on one page. */
export function KeysetPager({ shown, of, firstHref, nextHref }: KeysetPagerProps) {
  if (!firstHref && !nextHref) return null;
  return (
    <nav
      aria-label="Pages"
      className="flex items-center justify-end gap-2 px-5 py-3 text-meta text-subtle max-md:px-4 print:hidden"
    >
      <span className="fig">
        {formatCount(shown)} of {of}
      </span>
      {firstHref && (
        <Link href={firstHref} rel="first" className={buttonClass({ size: 'sm' })}>
          First page
        </Link>
      )}
      {nextHref && (
        <Link href={nextHref} rel="next" className={buttonClass({ size: 'sm' })}>
          Next page
        </Link>
      )}
    </nav>
  );
}
