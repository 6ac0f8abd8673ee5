import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Seconds by which the clocks of both sides may differ. */
const TOLERANCE = 300;

const Reports = z.object({
  events: z
    .array(
      z.object({
        event: z.enum(['bounced', 'complained']),
        messageId: z.string().max(300),
        detail: z.string().trim().max(300).default(''),
      }),
    )
    .max(200),
});

/** A mail that came back or was complained of, as whoever sends mails for us tells it. */
export interface MailNews {
  readonly what: 'bounced' | 'complained';
  /** The id of the mail, which its Message-ID begins with; null for a mail that is not ours. */
  readonly mailId: string | null;
  /** What was said; '' when nothing. */
  readonly detail: string;
}

/** What `readMailNews` throws for what is not signed with the secret, or not now. */
export class UnsignedMailNews extends Error {
  override readonly name = 'UnsignedMailNews';
}

/**
 * Reads what was posted, once the header `t=<unix seconds>,v1=<hex>` shows that the poster knows the secret: HMAC-SHA256 of
 * "<t>.<body>". @throws UnsignedMailNews; ZodError or SyntaxError for a body that is none.
 */
export function readMailNews(
  body: string,
  signature: string | null,
  { secret, now }: { readonly secret: string; readonly now: number },
): MailNews[] {
  const [, at = '', given = ''] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature ?? '') ?? [];
  const expected = createHmac('sha256', secret).update(`${at}.${body}`).digest();
  const isRight = given !== '' && timingSafeEqual(Buffer.from(given, 'hex'), expected);
  if (!isRight || Math.abs(now / 1_000 - Number(at)) > TOLERANCE) throw new UnsignedMailNews();
  return Reports.parse(JSON.parse(body)).events.map(({ event, messageId, detail }) => ({
    what: event,
    mailId: /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/.exec(messageId)?.[1] ?? null,
    detail,
  }));
}
