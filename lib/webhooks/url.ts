import { isPublicAddress } from '../integrations/public-address';

/** Whether webhooks may go to this machine and over plain http: for trying them out (WEBHOOKS_TO_THIS_MACHINE=on). */
export function mayStayHere(): boolean {
  return process.env.WEBHOOKS_TO_THIS_MACHINE === 'on';
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What is wrong with an address that deliveries are to go to, in a sentence; null when nothing is. Where its name leads is looked at when sending. */
export function faultOfWebhookUrl(text: string): string | null {
  if (!URL.canParse(text)) return 'Enter an address such as https://example.com/hooks.';
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (mayStayHere() && LOOPBACK.has(hostname) && ['http:', 'https:'].includes(protocol)) return null;
  if (protocol !== 'https:') return 'Use an address that begins with https://.';
  if (username || password) return 'Leave user and password out of the address: deliveries are signed.';
  if (hash) return 'Leave out the part after #: it is never sent.';
  if (isNumeric(hostname) && !isPublicAddress(hostname.replace(/[[\]]/g, '')))
    return 'That address is not on the internet.';
  if (/(^|\.)(localhost|local|internal|home\.arpa)$/.test(hostname) || !/[.:]/.test(hostname))
    return 'That address is not on the internet.';
  return null;
}

/** The URL parser has written every way to spell an IPv4 address, such as 0x7f.1, as four numbers. */
function isNumeric(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}
