import { createTransport } from 'nodemailer';
import { appOrigin } from '../app-origin';

/** A mail for a mail server. */
interface OutgoingMail {
  readonly fromName: string;
  readonly replyTo: string | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly cc: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  readonly html: string;
  readonly plain: string;
  readonly attachments: readonly MailFile[];
}

/** A file of a mail; `cid` when the HTML shows it. */
export interface MailFile {
  readonly filename: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly cid?: string;
}

/** What the mail server said. `isAddress`: it knows nobody of that address. */
type SmtpAnswer =
  | { readonly outcome: 'sent' | 'deferred'; readonly detail: string }
  | { readonly outcome: 'refused'; readonly detail: string; readonly isAddress: boolean };

/** A mail server that takes mails. */
export interface MailServer {
  send(mail: OutgoingMail): Promise<SmtpAnswer>;
  close(): void;
}

/** How long the mail server may be silent, in ms. Together they stay below the lease of a claimed mail. */
const SILENT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;
/** The whole attempt, in ms. */
const WITHIN = 60_000;

/** The mail server that SMTP_URL names, such as `smtp://user:password@mail.example.com:587`; null without one: mails are then kept. */
export function mailServer(): MailServer | null {
  const url = process.env.SMTP_URL;
  if (!url) return null;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    ...SILENT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: (mail) => within(transport.sendMail(messageOf(mail)).then(accepted, declined)),
    close: () => transport.close(),
  };
}

/** The address that mails come from: MAIL_FROM, else one at the name of this installation. */
function fromAddress(): string {
  return process.env.MAIL_FROM || `dueline@${new URL(appOrigin()).hostname}`;
}

function messageOf(mail: OutgoingMail) {
  const { fromName, replyTo, toName, toAddress, cc, messageId, subject, html, plain, attachments } = mail;
  return {
    // Objects and not texts: a name cannot smuggle in another address.
    from: { name: fromName, address: fromAddress() },
    to: [{ name: toName, address: toAddress }],
    cc: cc.map((address) => ({ name: '', address })),
    ...(replyTo ? { replyTo: { name: fromName, address: replyTo } } : {}),
    messageId,
    subject,
    html,
    text: plain,
    // No out-of-office answers, please.
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: attachments.map((file) => ({
      ...file,
      content: Buffer.from(file.content),
      // What the letter shows is no file beside it.
      ...(file.cid && { contentDisposition: 'inline' as const }),
    })),
  };
}

function accepted({ response }: { response?: string }): SmtpAnswer {
  return { outcome: 'sent', detail: response ?? 'Accepted' };
}

/** A server's no for good is 5xx, about the address when it came before the mail itself; everything else may go better later. */
function declined(error: unknown): SmtpAnswer {
  const { responseCode, code, response } = facts(error);
  const detail = response ?? `No answer from the mail server (${code ?? 'unknown'})`;
  if (responseCode !== null && responseCode >= 500 && code !== 'EAUTH')
    return { outcome: 'refused', detail, isAddress: code === 'EENVELOPE' };
  return { outcome: 'deferred', detail };
}

function facts(error: unknown): {
  readonly responseCode: number | null;
  readonly code: string | null;
  readonly response: string | null;
} {
  if (!(error instanceof Error)) return { responseCode: null, code: null, response: null };
  return {
    responseCode:
      'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null,
    code: 'code' in error && typeof error.code === 'string' ? error.code : null,
    response: 'response' in error && typeof error.response === 'string' ? error.response : null,
  };
}

function within(answer: Promise<SmtpAnswer>): Promise<SmtpAnswer> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<SmtpAnswer>((resolve) => {
    timer = setTimeout(resolve, WITHIN, { outcome: 'deferred', detail: 'The mail server took too long' });
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
