/** How long a browser may keep the answer of a preflight, in seconds. */
const KEPT = '600';

/**
 * What lets a page of another site read an answer of the HTTP API: nothing, unless API_ALLOWED_ORIGINS (origins with a blank or a comma
 * between, or *) names the site. Cookies are never let through: such a page needs a key.
 */
export function corsHeaders(origin: string | null): Readonly<Record<string, string>> {
  const vary = { Vary: 'Origin' };
  if (origin === null || !isAllowed(origin)) return vary;
  return {
    ...vary,
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers':
      'Content-Disposition, Idempotency-Replayed, Link, RateLimit-Limit, RateLimit-Remaining, Retry-After, X-Next-Cursor, X-Request-Id',
  };
}

/** The answer to a browser that asks before it sends: what a page of that site may send. */
export function preflight(origin: string | null): Response {
  const headers = corsHeaders(origin);
  if (!('Access-Control-Allow-Origin' in headers)) return new Response(null, { status: 204, headers });
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': 'GET, POST, PATCH, DELETE',
      'Access-Control-Allow-Headers': 'Accept, Authorization, Content-Type, Idempotency-Key',
      'Access-Control-Max-Age': KEPT,
    },
  });
}

function isAllowed(origin: string): boolean {
  const listed = new Set((process.env.API_ALLOWED_ORIGINS ?? '').split(/[\s,]+/));
  return listed.has('*') || listed.has(origin);
}
