import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { AttemptOutcome } from '@/lib/mail/states';
import { customers } from '../schema/customers';
import { addressBlocks, mailAttempts, mails } from '../schema/mails';
import type { Tx } from '../scope';

/** What became of a mail once. */
interface MailAttempt {
  readonly id: string;
  /** 0: heard of later. */
  readonly attempt: number;
  readonly outcome: AttemptOutcome;
  readonly detail: string | null;
  readonly at: Date;
}

/** One mail with its copy and everything that became of it, oldest first; null when it is not there. */
export async function mailDetail(tx: Tx, id: string) {
  const [mail] = await tx
    .select({
      id: mails.id,
      params: mails.params,
      language: mails.language,
      toName: mails.toName,
      toAddress: mails.toAddress,
      cc: mails.cc,
      customerId: mails.customerId,
      customer: customers.name,
      documentId: mails.documentId,
      messageId: mails.messageId,
      subject: mails.subject,
      html: mails.html,
      plain: mails.plain,
      state: mails.state,
      attempts: mails.attempts,
      problem: mails.problem,
      createdAt: mails.createdAt,
      sendAfter: mails.sendAfter,
      sentAt: mails.sentAt,
      blockId: addressBlocks.id,
    })
    .from(mails)
    .leftJoin(customers, eq(customers.id, mails.customerId))
    .leftJoin(
      addressBlocks,
      and(eq(addressBlocks.address, sql`lower(${mails.toAddress})`), isNull(addressBlocks.releasedAt)),
    )
    .where(eq(mails.id, id));
  if (!mail) return null;
  const tries: MailAttempt[] = await tx
    .select({
      id: mailAttempts.id,
      attempt: mailAttempts.attempt,
      outcome: mailAttempts.outcome,
      detail: mailAttempts.detail,
      at: mailAttempts.at,
    })
    .from(mailAttempts)
    .where(eq(mailAttempts.mailId, id))
    .orderBy(asc(mailAttempts.at), asc(mailAttempts.attempt))
    .limit(200);
  return { ...mail, tries };
}

/** As `mailDetail` answers. */
export type MailDetail = NonNullable<Awaited<ReturnType<typeof mailDetail>>>;
