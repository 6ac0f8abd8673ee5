import { once } from 'node:events';
import { isIP, type Socket } from 'node:net';
import { connect as secure } from 'node:tls';

/** How to speak to a server in secret: `ca` (PEM text) signs its certificate; without it, a public authority does. */
export interface Tls {
  readonly ca?: string;
}

/** The server to speak to. TLS when DATABASE_CA (PEM text) or sslmode asks for it; without the former, public CAs. */
export function databaseServer(): { url: string; tls: Tls | undefined } {
  const url = process.env.APP_DATABASE_URL;
  if (!url) throw new Error('APP_DATABASE_URL is missing: where the application signs in to PostgreSQL.');
  if (!URL.canParse(url)) throw new Error('APP_DATABASE_URL is not like postgres://user:password@host/name.');
  const ca = process.env.DATABASE_CA;
  const mode = new URL(url).searchParams.get('sslmode') ?? 'disable';
  if (ca) return { url, tls: { ca } };
  if (mode === 'disable') return { url, tls: undefined };
  if (['require', 'verify-ca', 'verify-full'].includes(mode)) return { url, tls: {} };
  throw new Error(`sslmode=${mode} in APP_DATABASE_URL could speak without TLS: use verify-full or disable.`);
}

/** Agrees on TLS as libpq does; the certificate and the host's name in it are verified, always. */
export async function secured(plain: Socket, host: string, tls: Tls): Promise<Socket> {
  plain.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])); // SSLRequest
  const [answer]: unknown[] = await Promise.race([once(plain, 'data'), once(plain, 'close')]);
  // Exactly 'S': anything after it was written before the line was safe.
  if (String(answer) !== 'S') throw new Error('The database does not offer TLS.');
  return secure({ socket: plain, host, ...(isIP(host) ? {} : { servername: host }), ...tls });
}
