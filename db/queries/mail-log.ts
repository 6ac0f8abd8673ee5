import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { MailKind } from '@/lib/mail/params';
import type { MailState } from '@/lib/mail/states';
import type { MailFilters } from '@/lib/mail-filters';
import { countRows } from '../expressions';
import { customers } from '../schema/customers';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';

/** Mails on one page. */
const MAILS_PAGE = 50;

/** One mail of the log. */
export interface MailRow {
  readonly id: string;
  readonly kind: MailKind;
  readonly toName: string;
  readonly toAddress: string;
  readonly customerId: string | null;
  readonly customer: string | null;
  /** Null until it was written. */
  readonly subject: string | null;
  readonly state: MailState;
  readonly attempts: number;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly sendAfter: Date;
  readonly sentAt: Date | null;
}

const SHOWN: Readonly<Record<Exclude<MailFilters['show'], 'all'>, readonly MailState[]>> = {
  waiting: ['queued', 'sending'],
  sent: ['sent', 'kept'],
  problems: ['failed', 'bounced', 'complained'],
};

/** The log of mails, newest first, one page. `nextBefore` is where the page after it begins; null on the last. */
export async function mailLog(
  tx: Tx,
  { q, show, kind, customerId, togetherWith, before }: MailFilters,
): Promise<{ rows: MailRow[]; nextBefore: string | null }> {
  const found = await tx
    .select({
      id: mails.id,
      kind: sql<MailKind>`${mails.params}->>'kind'`,
      toName: mails.toName,
      toAddress: mails.toAddress,
      customerId: mails.customerId,
      customer: customers.name,
      subject: mails.subject,
      state: mails.state,
      attempts: mails.attempts,
      problem: mails.problem,
      createdAt: mails.createdAt,
      sendAfter: mails.sendAfter,
      sentAt: mails.sentAt,
    })
    .from(mails)
    .leftJoin(customers, eq(customers.id, mails.customerId))
    .where(
      and(
        show === 'all' ? undefined : inArray(mails.state, [...SHOWN[show]]),
        kind === null ? undefined : sql`${mails.params}->>'kind' = ${kind}`,
        customerId === null ? undefined : eq(mails.customerId, customerId),
        togetherWith === null ? undefined : isTogetherWith(togetherWith),
        q === '' ? undefined : holds(q),
        before === null ? undefined : isOlderThan(before),
      ),
    )
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(MAILS_PAGE + 1);
  const rows = found.slice(0, MAILS_PAGE);
  return { rows, nextBefore: found.length > MAILS_PAGE ? (rows.at(-1)?.id ?? null) : null };
}

/** How many of the mails that were put into the outbox together with one are in each state; none when it is not there. */
export function mailsTogether(
  tx: Tx,
  id: string,
): Promise<{ readonly state: MailState; readonly count: number }[]> {
  return tx
    .select({ state: mails.state, count: countRows() })
    .from(mails)
    .where(isTogetherWith(id))
    .groupBy(mails.state);
}

/** One transaction gives all its mails the same instant. */
function isTogetherWith(id: string): SQL {
  return sql`(${mails.createdAt}, coalesce(${mails.createdBy}::text, '')) = (
    select m.created_at, coalesce(m.created_by::text, '') from ${mails} m where m.id = ${id})`;
}

function holds(q: string): SQL {
  return sql`position(lower(${q}) in lower(${mails.toName} || ' ' || ${mails.toAddress} || ' ' || coalesce(${mails.subject}, ''))) > 0`;
}

function isOlderThan(id: string): SQL {
  return sql`(${mails.createdAt}, ${mails.id}) < (select m.created_at, m.id from ${mails} m where m.id = ${id})`;
}
