import { type NextRequest, NextResponse } from 'next/server';
import { isOwnOrigin, isSecureOrigin } from '@/lib/app-origin';
import { cardPagesOrigin } from '@/lib/card-pages';
import { contentSecurityPolicy } from '@/lib/content-security-policy';
import { corsHeaders, preflight } from '@/lib/cors';
import { PATH_HEADER } from '@/lib/next-path';

/**
 * Every request but those for the build's own files, which nobody can post to, and those that bring a large file: Next
 * holds the body of what passes here in memory and cuts it at 10 MB. The two import routes check the origin or the key themselves. Pictures
 * are kept by browsers, under headers of their own.
 */
export const config = { matcher: ['/((?!_next/static/|import/upload$|api/v1/imports/|logo/).*)'] };

/**
 * Headers for every answer, and a no to writes that another site's page could have sent. It never decides who may see
 * or do what: that is each page's and each action's own first step.
 */
export function proxy(request: NextRequest): Response {
  const response = answerTo(request);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  if (isSecureOrigin()) response.headers.set('Strict-Transport-Security', 'max-age=31536000');
  return response;
}

function answerTo(request: NextRequest): Response {
  if (!isApi(request)) return isForeignWrite(request) ? refusal(request) : withPolicy(request);
  const origin = request.headers.get('origin');
  if (request.method === 'OPTIONS') return preflight(origin);
  const response = withPolicy(request);
  for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value);
  return response;
}

/** The HTTP API writes for nobody who is only signed in: it asks for a key itself, and other sites may be let in. */
function isApi({ nextUrl }: NextRequest): boolean {
  return nextUrl.pathname.startsWith('/api/v1/');
}

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Cache-Control': 'private, no-store',
} as const;

function withPolicy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const isDevelopment = process.env.NODE_ENV === 'development';
  const how = { isSecure: isSecureOrigin(), isDevelopment, cardPages: cardPagesOrigin() };
  const policy = contentSecurityPolicy(nonce, how);
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  headers.set('x-nonce', nonce);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** A browser names the origin of every write. */
function isForeignWrite({ method, headers, nextUrl }: NextRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  // A payment provider signs what it posts.
  if (nextUrl.pathname.startsWith('/api/webhooks/') && !headers.has('cookie')) return false;
  const origin = headers.get('origin');
  return origin === null || !isOwnOrigin(origin) || headers.get('sec-fetch-site') === 'cross-site';
}

function refusal({ nextUrl }: NextRequest): Response {
  const message = 'This request did not come from a page of this application. Nothing was changed.';
  if (!nextUrl.pathname.startsWith('/api/')) return new Response(message, { status: 403 });
  return Response.json({ error: { code: 'forbidden', message } }, { status: 403 });
}
