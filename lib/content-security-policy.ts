/** How the application is reached and run, and where a form may lead besides its own pages: to where cards are charged. */
interface How {
  readonly isSecure: boolean;
  readonly isDevelopment: boolean;
  readonly cardPages: string;
}

/** What a page may load and where it may send: scripts only with this request's nonce, everything from here. */
export function contentSecurityPolicy(nonce: string, { isSecure, isDevelopment, cardPages }: How): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? ` 'unsafe-eval'` : ''}`,
    // Charts, menus and drag handles set style attributes, which a nonce cannot cover.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    // A form that pays by card is answered by a redirect there; browsers hold that against the policy too.
    `form-action 'self' ${cardPages}`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
