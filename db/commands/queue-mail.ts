import type { Actor } from '@/lib/actor';
import { headerName, readAddress } from '@/lib/mail/address';
import type { MailLanguage } from '@/lib/mail/languages';
import { messageIdOf } from '@/lib/mail/message-id';
import type { MailParams } from '@/lib/mail/params';
import { Refusal } from '@/lib/refusal';
import { uuid7 } from '@/lib/uuid';
import { insertRows } from '../insert-rows';
import { mails } from '../schema/mails';
import type { Tx } from '../scope';

/** Where a mail goes. */
export interface MailTo {
  readonly name: string;
  readonly address: string;
  readonly cc?: readonly string[];
  readonly language: MailLanguage;
}

/** A mail to be sent once the transaction has committed. */
export interface NewMail {
  readonly to: MailTo;
  readonly params: MailParams;
  readonly customerId?: string;
  readonly documentId?: string;
  readonly reminderId?: string;
  /** The part of its link that lets its holder in. */
  readonly secret?: string;
  /** Two mails of one key are one: the second is not queued. */
  readonly key?: string;
  /** Not before this instant; at once when left out. */
  readonly sendAfter?: Date;
}

/** Seconds in which what somebody sent by hand can still be taken back. */
const UNDO_SECONDS = 30;

/** Before this instant a mail does not go that somebody may still want to take back. */
export function undoableUntil(): Date {
  return new Date(Date.now() + UNDO_SECONDS * 1_000);
}

/**
 * Puts mails into the outbox: they go when the transaction has committed, and never if it has not. Answers the ids of those that
 * were not there yet. Notes no activity.
 * @throws Refusal `invalid` when mail cannot go to one of the addresses.
 */
export function queueMails(
  tx: Tx,
  actor: Pick<Actor, 'userId'>,
  queued: readonly NewMail[],
): Promise<string[]> {
  return insertRows(tx, mails, rowsOf(actor, queued), ['orgId', 'key']);
}

/** The same for one, in the `auth` scope of a business: it may queue a mail, and read none. */
export async function queueMailUnseen(tx: Tx, orgId: string, mail: NewMail): Promise<void> {
  await tx.insert(mails).values(rowsOf({ userId: null }, [mail]).map((row) => ({ ...row, orgId })));
}

function rowsOf({ userId }: Pick<Actor, 'userId'>, queued: readonly NewMail[]) {
  return queued.map(({ to, ...mail }) => {
    const id = uuid7();
    const toAddress = assertAddress(to.address);
    return {
      id,
      toAddress,
      toName: headerName(to.name, toAddress),
      cc: (to.cc ?? []).map(assertAddress),
      language: to.language,
      params: mail.params,
      customerId: mail.customerId ?? null,
      documentId: mail.documentId ?? null,
      reminderId: mail.reminderId ?? null,
      secret: mail.secret ?? null,
      key: mail.key ?? null,
      messageId: messageIdOf(id),
      sendAfter: mail.sendAfter ?? new Date(),
      createdBy: userId,
    };
  });
}

function assertAddress(text: string): string {
  const address = readAddress(text);
  if (address === null) throw new Refusal('invalid', 'Mail cannot go to that e-mail address.', 'email');
  return address;
}
