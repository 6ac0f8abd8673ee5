import 'server-only';
import { isSecureOrigin } from '@/lib/app-origin';

/** The longest that a session lasts, in seconds: 12 hours. */
export const SESSION_SECONDS = 12 * 60 * 60;

/**
 * The names and terms of our cookies. Over https the browser itself keeps them to this host (`__Host-`); plain http
 * is for one's own machine.
 */
export function cookieSettings() {
  return { sessionToken: named('session'), csrfToken: named('csrf'), callbackUrl: named('callback') };
}

/** The cookie of somebody between the password and the code. */
export function ticketCookie() {
  return named('ticket');
}

function named(name: string) {
  const secure = isSecureOrigin();
  return {
    name: `${secure ? '__Host-' : ''}dueline.${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}
