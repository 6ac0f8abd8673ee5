import 'server-only';
import type { NextRequest } from 'next/server';
import { callerOfAuthorization } from '@/app/_auth/api-key';
import type { Admitted } from '@/db/commands/admit-call';
import { ApiError } from './api-error';

/** Who asks with a key. @throws ApiError 401 without one that is in force, TooMany when it asks too often. */
export async function keyCallerOf({ headers }: NextRequest) {
  const caller = await callerOfAuthorization(headers.get('authorization'));
  if (caller) return caller;
  throw new ApiError(
    401,
    'unauthenticated',
    'Send an API key that is in force: Authorization: Bearer dl_….',
    { headers: { 'WWW-Authenticate': 'Bearer' } },
  );
}

/** How often the key may ask again; nothing for who asks without one. */
export function limitHeaders({ perMinute, remaining }: Partial<Admitted>): Readonly<Record<string, string>> {
  if (perMinute === undefined || remaining === undefined) return {};
  return { 'RateLimit-Limit': String(perMinute), 'RateLimit-Remaining': String(remaining) };
}
