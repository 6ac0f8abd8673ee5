import type { ServerResponse } from 'node:http';

/** What can go wrong on the way, by the name under which it is ordered. */
export const FAULTS = {
  'grant-lost': (response) => json(response, 401, { message: 'Unauthorized' }),
  forbidden: (response) => json(response, 403, { message: 'Forbidden' }),
  'not-supported': (response) => json(response, 501, { message: 'Not implemented' }),
  throttled: (response) => {
    response.setHeader('retry-after', '1');
    json(response, 429, { message: 'Too many requests to Unified.to' });
  },
  'throttled-by-provider': (response) => json(response, 429, { message: 'Too many requests' }),
  'throttled-until': (response) => {
    response.setHeader('retry-after', new Date(Date.now() + 1_000).toUTCString());
    json(response, 429, { message: 'Too many requests to Unified.to' });
  },
  'bad-gateway': (response) => {
    response.writeHead(502, { 'content-type': 'text/html' });
    response.end('<html><body>502 Bad Gateway</body></html>');
  },
  'gateway-timeout': (response) => json(response, 504, { message: 'Gateway time-out' }),
  truncated: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('[{"id":"101","total_amo');
  },
  reset: (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('[{"id":"101"', () => response.destroy());
  },
  /** Never answers. */
  silent: () => {},
} as const satisfies Readonly<Record<string, (response: ServerResponse) => void>>;

/** One of them. */
export type FaultName = keyof typeof FAULTS;

/** What goes wrong between two pages rather than on the way. */
export const DRIFTS = ['row-inserted', 'row-deleted', 'filter-ignored'] as const;

/** One of them. */
export type DriftName = (typeof DRIFTS)[number];

/** Answers with JSON. */
export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
