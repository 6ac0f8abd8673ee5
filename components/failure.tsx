'use client';
import { ErrorPage } from '@/components/error-page';

/** What Next hands to an error boundary. */
export interface FailureProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** A page that could not be drawn: what happened, that nothing was lost, a way on, and an id that the log has too. */
export function Failure({ error, retry }: FailureProps) {
  const digest = digestOf(error);
  const isDatabase = digest?.startsWith('database-') ?? false;
  return (
    <ErrorPage title={isDatabase ? 'Dueline cannot reach its database' : 'This page could not be shown'}>
      <p>
        {isDatabase
          ? 'Nothing was lost; try again in a moment.'
          : 'Something went wrong on our side. Nothing was lost. Try again, or go back and on from there.'}
      </p>
      {digest && <p className="mt-2 text-form text-subtle">Quote {digest} if it goes on.</p>}
      <div className="mt-6 flex gap-2">
        {/* No component: every page loads this file, twice over, and all that it needs. */}
        <button type="button" className="btn btn-primary" onClick={retry}>
          Try again
        </button>
        {/* oxlint-disable-next-line nextjs/no-html-link-for-pages -- a whole new page: what failed may be what this one still holds */}
        <a href="/" className="btn">
          Go to the start page
        </a>
      </div>
    </ErrorPage>
  );
}

function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && 'digest' in error ? error.digest : undefined;
  return typeof digest === 'string' ? digest : undefined;
}
