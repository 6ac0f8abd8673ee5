/** What a page may load and where it may send: scripts only with this request's nonce, everything from here. */
export function contentSecurityPolicy(
  nonce: string,
  how: { isSecure: boolean; isDevelopment: boolean },
): string {
  const { isSecure, isDevelopment } = how;
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
    `form-action 'self'`,
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
