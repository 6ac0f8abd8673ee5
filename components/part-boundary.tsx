'use client';
import { CircleAlert, RotateCcw } from 'lucide-react';
import { catchError, type ErrorInfo } from 'next/error';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { lastKnown } from './dashboard/last-known';

const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

interface PartBoundaryProps {
  readonly title: string;
}

/** Stands in for a part of a page that threw: says what failed and that the rest is complete, with a way to try again. */
function PartFailure({ title }: PartBoundaryProps, { error, retry }: ErrorInfo) {
  const [last] = useState(() => (typeof window === 'undefined' ? undefined : lastKnown(title)));
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null;
  return (
    <section aria-label={`${title} could not be shown`} className="flex h-full flex-col px-4 pt-3 pb-4">
      <h2 className="text-body in-data-arranging:hidden">{title}</h2>
      <div className="my-auto py-6" role="alert">
        <p className="flex items-center gap-2 font-medium">
          <CircleAlert aria-hidden className="size-4 shrink-0 text-destructive" />
          This part could not be shown
        </p>
        <p className="mt-1 text-muted-foreground">Everything else on this page is complete.</p>
        {last && (
          <p className="mt-3">
            <span className="text-subtle">Last known, at {last.at.toLocaleTimeString('en-US', TIME)}:</span>{' '}
            {last.finding}
          </p>
        )}
        <p className="mt-3 flex items-center gap-3">
          <Button size="sm" onClick={retry} className="max-md:h-11!">
            <RotateCcw aria-hidden />
            Try again
          </Button>
          {digest && <span className="text-meta text-subtle">Error {digest}</span>}
        </p>
      </div>
    </section>
  );
}

/** Catches what a part of a page throws, such as a widget, so that the page stands. */
export const PartBoundary = catchError(PartFailure);
