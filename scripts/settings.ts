import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createServer, isIPv6 } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { ROOT } from './root';

/** Where everything lives that must outlast a run: the bundled database and the secret. */
export const DATA = path.join(ROOT, '.data');

/** What `npm start` is told by its environment and by .env. */
export interface Settings {
  /** The name or address that the web server listens on. */
  readonly host: string;
  readonly port: number;
  /** How this machine reaches it, without a slash at the end. */
  readonly localUrl: string;
  /** How people reach it: AUTH_URL, or the local address. */
  readonly publicUrl: string;
  /** The owner's address of a server of one's own; null for the bundled one. */
  readonly databaseUrl: string | null;
}

const SECRET_LENGTH = 32;
const Port = z.coerce.number().int().min(1).max(65535);

/**
 * Reads .env where there is one (the environment wins) and checks what it says.
 * @throws Error with one sentence for people.
 */
export function readSettings(): Settings {
  const file = path.join(ROOT, '.env');
  if (fs.existsSync(file)) process.loadEnvFile(file);
  const { HOST, PORT, AUTH_URL, DATABASE_URL } = process.env;
  const port = Port.safeParse(PORT || '3000');
  if (!port.success) throw new Error(`PORT must be a number from 1 to 65535, not "${PORT}".`);
  const host = HOST || '127.0.0.1';
  const localUrl = `http://${reachable(host)}:${port.data}`;
  const publicUrl = AUTH_URL || localUrl;
  if (!/^https?:/.test(publicUrl) || !URL.canParse(publicUrl))
    throw new Error(`AUTH_URL must be like https://dueline.example.com, not "${publicUrl}".`);
  return { host, port: port.data, localUrl, publicUrl, databaseUrl: DATABASE_URL || null };
}

/** What to know before others are let in; null when nobody is, or when their address is known. */
export function adviceOn({ host, publicUrl }: Settings): string | null {
  if (process.env.AUTH_URL || ['localhost', '127.0.0.1', '::1'].includes(host)) return null;
  return `AUTH_URL is not set: forms work at ${publicUrl} only. Set it to the address that people use.`;
}

/** "Every address of this machine" is no address to go to. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return isIPv6(host) ? `[${host}]` : host;
}

/**
 * The key that sessions are signed with: AUTH_SECRET, else one made on the first start and kept in .data/secret.
 * @throws Error with one sentence when AUTH_SECRET is too short to be safe.
 */
export function authSecret(): string {
  const given = process.env.AUTH_SECRET;
  if (given) {
    if (given.length >= SECRET_LENGTH) return given;
    throw new Error(
      `AUTH_SECRET must be at least ${SECRET_LENGTH} characters: make one with "openssl rand -base64 33".`,
    );
  }
  const file = path.join(DATA, 'secret');
  const kept = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : '';
  if (kept.length >= SECRET_LENGTH) return kept;
  const secret = randomBytes(33).toString('base64url');
  fs.mkdirSync(DATA, { recursive: true, mode: 0o700 });
  fs.writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}

/** @throws Error with one sentence when the web server could not listen there. */
export function assertPortFree({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => reject(new Error(portProblem(error, host, port), { cause: error })));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

function portProblem(error: Error, host: string, port: number): string {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} on ${host} is taken, perhaps by another Dueline: stop it, or choose another with PORT=3001 npm start.`;
  if (code === 'EACCES') return `This user may not listen on port ${port}: choose one above 1023 with PORT.`;
  return `Nothing can listen on HOST ${host}: it is not an address of this machine.`;
}

/** Any failure to start as one sentence for people. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk that holds ${ROOT} is full: free some space.`;
  if (code === 'EACCES' || code === 'EROFS')
    return `This user may not read or write below ${ROOT}: ${error.message}.`;
  return error.message;
}
