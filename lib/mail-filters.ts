import { z } from 'zod';
import type { SearchParams } from './filters';
import { MAIL_KINDS } from './mail/kinds';
import type { MailKind } from './mail/params';
import { paramReader } from './read-params';

/** Which mails are listed: all, those that wait, those that went, those that did not arrive. */
const MAIL_SHOWS = ['all', 'waiting', 'sent', 'problems'] as const;

/** What the log of mails is narrowed to. */
export interface MailFilters {
  /** Part of an address, a name or a subject; '' for all. */
  readonly q: string;
  readonly show: (typeof MAIL_SHOWS)[number];
  readonly kind: MailKind | null;
  readonly customerId: string | null;
  /** Only those that were put into the outbox together with this one; null for all. */
  readonly togetherWith: string | null;
  /** Only mails older than the one of this id; null for the newest. */
  readonly before: string | null;
}

/** Reads the filters of the log of mails from a URL; what cannot be read is named in `dropped`. */
export function readMailFilters(params: SearchParams): { filters: MailFilters; dropped: string[] } {
  const { read, dropped } = paramReader(params);
  const filters: MailFilters = {
    q: read('q', z.string().trim().max(100), ''),
    show: read('show', z.enum(MAIL_SHOWS), 'all' as const),
    kind: read('kind', z.enum(MAIL_KINDS), null),
    customerId: read('customer', z.uuid(), null),
    togetherWith: read('with', z.uuid(), null),
    before: read('before', z.uuid(), null),
  };
  return { filters, dropped };
}
