const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Where people reach this application, such as `https://ar.example.com`: from AUTH_URL, never from a request,
 * so that no request can choose where a link leads. Without AUTH_URL it is this machine.
 */
export function appOrigin(): string {
  return new URL(process.env.AUTH_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).origin;
}

/** Whether people reach it over https, so that cookies and HSTS may insist on it. */
export function isSecureOrigin(): boolean {
  return appOrigin().startsWith('https://');
}

/** Whether `origin` is the application's own. On one's own machine all names of the machine are one. */
export function isOwnOrigin(origin: string): boolean {
  const own = new URL(appOrigin());
  if (origin === own.origin) return true;
  if (!LOOPBACK.includes(own.hostname)) return false;
  return LOOPBACK.some((hostname) => origin === `${own.protocol}//${hostname}${own.port && `:${own.port}`}`);
}
