import { isIPv4, isIPv6 } from 'node:net';
import type { Device } from '@/db/commands/open-session';
import { type MailLanguage, mailLanguage } from '@/lib/mail/languages';

/**
 * The browser behind a request, and where it asks from. The address is the one that the nearest proxy saw: the
 * last of X-Forwarded-For, or the one before it for each proxy more that TRUSTED_PROXIES counts.
 */
export function deviceOf(headers: Headers): Device {
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const proxies = Math.max(1, Number(process.env.TRUSTED_PROXIES) || 1);
  const ip = hops.at(-proxies) ?? '';
  return {
    ip: isIPv4(ip) || isIPv6(ip) ? ip : null,
    userAgent: headers.get('user-agent')?.slice(0, 300) ?? null,
  };
}

/** The part of an address that one person has to himself: all of IPv4, the first 64 bits of IPv6. */
export function networkOf(ip: string | null): string {
  if (ip === null) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || isIPv4(ip)) return mapped ?? ip;
  const [head = '', tail] = ip.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const middle = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...middle, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** The language of mails that the person behind a request likes best, as its browser says. */
export function languageOf(headers: Headers): MailLanguage {
  return mailLanguage(headers.get('accept-language') ?? '');
}
