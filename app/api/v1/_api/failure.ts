import { DatabaseUnavailable, isTaken } from '@/lib/database-unavailable';
import { encodeJson } from '@/lib/exact-json';
import { describeError, log } from '@/lib/log';
import { Refusal, type RefusalCode } from '@/lib/refusal';
import { TooMany } from '@/lib/too-many';
import { ApiError } from './api-error';

/** Where a refusal is not 422, a rule that said no: nothing there (404), not your role (403), or not in this state (409). */
const STATUSES: Partial<Record<RefusalCode, number>> = {
  not_found: 404,
  forbidden: 403,
  duplicate: 409,
  duplicate_number: 409,
  already_reversed: 409,
  already_posted: 409,
  already_paused: 409,
  not_paused: 409,
  already_ended: 409,
  already_undone: 409,
  cannot_reverse: 409,
  customer_archived: 409,
  customer_owes: 409,
  import_in_use: 409,
};

interface Context {
  readonly requestId: string;
  readonly operation: string;
  /** Of whom it was asked; null when that is not known yet. */
  readonly orgId: string | null;
}

/** The answer to whatever went wrong. What is nobody's fault but ours is logged, and its message stays here. */
export function failure(error: unknown, context: Context): Response {
  const { status, code, message, more } = known(error) ?? unknown(error, context);
  const { requestId } = context;
  const { field, headers } = more;
  return new Response(encodeJson({ error: { code, message, field, request_id: requestId } }), {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...headers,
    },
  });
}

function known(error: unknown): ApiError | undefined {
  if (error instanceof ApiError) return error;
  if (error instanceof Refusal)
    return new ApiError(
      STATUSES[error.code] ?? 422,
      error.code,
      error.message,
      error.field ? { field: snakeCase(error.field) } : {},
    );
  if (error instanceof TooMany)
    return new ApiError(429, 'too_many_requests', error.message, {
      headers: { 'Retry-After': String(error.retryAfterSeconds) },
    });
  if (isTaken(error))
    return new ApiError(409, 'duplicate', 'The same was saved at the same moment. Look again.');
  return undefined;
}

function unknown(error: unknown, { requestId, operation, orgId }: Context): ApiError {
  const about = { requestId, operation, orgId, ...describeError(error) };
  if (error instanceof DatabaseUnavailable) {
    log('warn', 'api_unavailable', about);
    const advice = error.maybeSaved
      ? 'It is not known whether this was saved: ask again with the same Idempotency-Key.'
      : 'Nothing was saved. Ask again in a moment.';
    return new ApiError(503, 'unavailable', `${error.message} ${advice}`, {
      headers: { 'Retry-After': '2' },
    });
  }
  log('error', 'api_failed', about);
  return new ApiError(
    500,
    'internal',
    'Something went wrong here, and nothing was saved. Quote the request id.',
  );
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
