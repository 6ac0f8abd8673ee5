import type { Route } from 'next';

/** The request header in which proxy.ts tells a page its own path, with the query. */
export const PATH_HEADER = 'x-dueline-path';

/** The customers' part of the application. */
export const PORTAL_PATH = '/portal' as Route;

/**
 * Where to go after signing in: `wanted` when it is a path of this application, else the start page. Anything a
 * browser could take for another host ("//x", "/\x", "https:…", a control character) is not a path.
 */
export function nextPath(wanted: unknown): Route {
  if (typeof wanted !== 'string' || !/^\/[\x21-\x5b\x5d-\x7e]*$/.test(wanted)) return '/';
  const base = 'http://app.invalid';
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  if (url?.origin !== base || url.pathname.startsWith('//')) return '/';
  return (url.pathname + url.search) as Route;
}

/** The sign-in page, with the way back to `path`. */
export function signInPath(path: string): Route {
  const next = nextPath(path);
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
