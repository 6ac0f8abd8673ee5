import { uuid7 } from '@/lib/uuid';
import { ApiError } from '../_api/api-error';
import { failure } from '../_api/failure';

/** What is not part of the interface answers like the rest of it. */
export function GET(): Response {
  const error = new ApiError(404, 'not_found', 'There is no such operation: see /api/v1/openapi.json.');
  return failure(error, { requestId: uuid7(), operation: 'unknown', orgId: null });
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
