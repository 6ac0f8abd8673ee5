import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Route } from 'next';
import Link from 'next/link';
import { formatCount } from '@/lib/format';
import { buttonClass } from './button';

interface PagerProps {
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  /** Rows on all pages. */
  readonly total: number;
  readonly hrefOf: (page: number) => Route;
}

/** "51–100 of 1,204" with the ways to the pages before and after. Draws nothing when all rows are on one page. */
export function Pager({ page, pageSize, total, hrefOf }: PagerProps) {
  if (total <= pageSize) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav aria-label="Pages" className="flex items-center gap-2 px-5 py-2.5 max-md:px-4 print:hidden">
      <span className="fig mr-auto text-meta text-muted-foreground">
        {formatCount(first)}–{formatCount(last)} of {formatCount(total)}
      </span>
      {page > 1 && (
        <Link href={hrefOf(page - 1)} rel="prev" className={buttonClass({ size: 'sm' })}>
          <ChevronLeft aria-hidden />
          Previous
        </Link>
      )}
      {last < total && (
        <Link href={hrefOf(page + 1)} rel="next" className={buttonClass({ size: 'sm' })}>
          Next
          <ChevronRight aria-hidden />
        </Link>
      )}
    </nav>
  );
}
