import { sql } from 'drizzle-orm';
import { mailSettings } from '../schema/mails';
import { organizations } from '../schema/organizations';
import type { Tx } from '../scope';

/** How a business mails; null hours and days: nothing of the kind goes by itself. */
export interface MailSettings {
  readonly senderName: string | null;
  readonly replyTo: string | null;
  readonly remindersAt: number | null;
  readonly digestAt: number | null;
  readonly statementsOn: number | null;
  /** Whether a payment is answered with a receipt. */
  readonly sendsReceipts: boolean;
}

/** What holds until a business says otherwise. */
const DEFAULTS: MailSettings = {
  senderName: null,
  replyTo: null,
  remindersAt: null,
  digestAt: null,
  statementsOn: null,
  sendsReceipts: true,
};

/** How the business whose books are open mails. */
export async function mailSettingsOf(tx: Tx): Promise<MailSettings> {
  const [row] = await tx
    .select({
      senderName: mailSettings.senderName,
      replyTo: mailSettings.replyTo,
      remindersAt: mailSettings.remindersAt,
      digestAt: mailSettings.digestAt,
      statementsOn: mailSettings.statementsOn,
      sendsReceipts: mailSettings.sendsReceipts,
    })
    .from(mailSettings)
    .limit(1);
  return row ?? DEFAULTS;
}

/** Who mails come from. */
export interface MailSender {
  readonly name: string;
  /** Where answers go; null: to the address that sends. */
  readonly replyTo: string | null;
}

/** Who the mails of the business come from: the name it mails under, else its own. */
export async function mailSender(tx: Tx): Promise<MailSender> {
  const [row] = await tx
    .select({
      name: sql<string>`coalesce(${mailSettings.senderName}, ${organizations.name})`,
      replyTo: mailSettings.replyTo,
    })
    .from(organizations)
    .leftJoin(mailSettings, sql`${mailSettings.orgId} = ${organizations.id}`)
    .limit(1);
  if (!row) throw new Error('the organization is gone');
  return row;
}
