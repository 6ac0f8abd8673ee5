import 'server-only';
import { cookies } from 'next/headers';
import { getToken } from 'next-auth/jwt';
import { cache } from 'react';
import type { LiveSession } from '@/db/queries/sessions';
import { authSecret } from '@/lib/auth-secret';
import { cookieSettings } from './cookies';
import { sessionById } from './session-by-id';

/** The session of this request, read once; null for a visitor. The cookie only names it: the row decides. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const { name } = cookieSettings().sessionToken;
  const value = (await cookies()).get(name)?.value;
  // The alphabet of a JWT: anything else was not written by us, and may not even fit a header.
  if (!value || !/^[\w.-]+$/.test(value)) return null;
  const token = await getToken({
    req: { headers: { cookie: `${name}=${value}` } },
    secret: authSecret(),
    cookieName: name,
  });
  return token ? sessionById(token.sid) : null;
});
