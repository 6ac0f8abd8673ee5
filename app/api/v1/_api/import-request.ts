import 'server-only';
import type { NextRequest } from 'next/server';
import { corsHeaders } from '@/lib/cors';
import { MAX_FILE_BYTES, TOO_LARGE } from '@/lib/import/parse';
import { may } from '@/lib/permissions';
import { readBody } from '@/lib/read-body';
import { ApiError, malformed } from './api-error';
import { keyCallerOf } from './key-caller';

/** Who brings a file, and how often the key may ask again. @throws ApiError 401, 403. */
export async function importerOf(request: NextRequest) {
  const { actor, ...limits } = await keyCallerOf(request);
  if (actor.kind !== 'staff' || !may(actor, 'books:import'))
    throw new ApiError(403, 'forbidden', 'The role of this key may not import.');
  return { actor, limits };
}

/** What makes the request safe to repeat; null without it. @throws ApiError 400. */
export function idempotencyKeyOf({ headers }: NextRequest): string | null {
  const key = headers.get('idempotency-key');
  if (key !== null && !/^[\x21-\x7e]{1,200}$/.test(key))
    throw malformed('Idempotency-Key: must be 1 to 200 printable characters without blanks.');
  return key;
}

/** The file. @throws ApiError 400 when only a part of it arrived, 413 when it is too large. */
export async function fileOf(request: NextRequest): Promise<Uint8Array> {
  const body = await readBody(request, MAX_FILE_BYTES);
  if (body === 'too large') throw new ApiError(413, 'too_large', TOO_LARGE);
  if (body === 'cut off')
    throw malformed('Only a part of the file arrived. Nothing was booked; send it again.');
  return body;
}

/** The headers of an answer in JSON. */
export function answerHeaders(requestId: string): Record<string, string> {
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Request-Id': requestId,
  };
}

/** The same answer, which a page of a listed site may read: the proxy does not see the addresses that take files. */
export function forListedSites(request: NextRequest, response: Response): Response {
  const cors = corsHeaders(request.headers.get('origin'));
  for (const [name, value] of Object.entries(cors)) response.headers.set(name, value);
  return response;
}
