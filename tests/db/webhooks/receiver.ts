import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a receiver got. */
export interface Got {
  readonly path: string;
  readonly event: string;
  readonly eventId: string;
  readonly attempt: number;
  readonly signature: string;
  readonly raw: string;
  readonly body: {
    event: string;
    event_id: string;
    happened_at: string;
    data: { number?: string } | null;
  };
}

/** A program that is told: HTTP on this machine, which answers with what `answer` says. */
export async function receiver(answer: (got: Got) => number | 'hang up' = () => 204) {
  const got: Got[] = [];
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const raw = Buffer.concat(parts).toString();
      const header = (name: string) => String(request.headers[name] ?? '');
      const one: Got = {
        path: request.url ?? '',
        event: header('dueline-event'),
        eventId: header('dueline-event-id'),
        attempt: Number(header('dueline-attempt')),
        signature: header('dueline-signature'),
        raw,
        body: JSON.parse(raw) as Got['body'],
      };
      got.push(one);
      const status = answer(one);
      if (status === 'hang up') request.socket.destroy();
      else response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise<void>((stopped) => server.close(() => stopped()));
  return { got, url: `http://127.0.0.1:${port}/hooks`, stop };
}

/** What a receiver checks, as the reference tells it to: a signature of the secret, not older than 300 s. */
export function isGenuine({ signature, raw }: Got, secret: string, now = Date.now() / 1_000): boolean {
  const parts = signature.split(',').map((part) => part.split('='));
  const seconds = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!(Math.abs(now - seconds) <= 300)) return false;
  const own = createHmac('sha256', secret).update(`${seconds}.${raw}`).digest();
  return parts.some(([name, hex]) => {
    const theirs = Buffer.from(hex ?? '', 'hex');
    return name === 'v1' && theirs.length === own.length && timingSafeEqual(theirs, own);
  });
}
