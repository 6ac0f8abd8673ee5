import type { Instrumentation } from 'next';
import { describeError, log } from '@/lib/log';

/** Called by Next when a server starts: from then on an error is logged by `lib/log`, whoever prints it. */
export function register(): void {
  if (process.env.NODE_ENV !== 'production') return;
  const write = console.error.bind(console);
  console.error = (...parts: unknown[]) => {
    const error = parts.find((part) => part instanceof Error);
    if (!error) write(...parts);
    // One with a digest comes from a request, and is logged with its route below.
    else if (digestOf(error) === undefined) log('error', 'server_failed', { error: describeError(error) });
  };
}

/** Called by Next for whatever a request threw. The digest is what the error page asks people to quote. */
export const onRequestError: Instrumentation.onRequestError = (error, request, { routePath, routeType }) => {
  log('error', 'request_failed', {
    id: digestOf(error),
    method: request.method,
    // The pattern, not the path: that may hold the token of an invitation.
    route: routePath,
    kind: routeType,
    error: describeError(error),
  });
};

function digestOf(error: unknown): unknown {
  return error instanceof Error && 'digest' in error ? error.digest : undefined;
}
