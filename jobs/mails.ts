import { setTimeout as pause } from 'node:timers/promises';
import { renderMail } from '@/components/email/render-mail';
import { type ClaimedMail, claimMail } from '@/db/commands/claim-mail';
import { cancelMail, endAttempt, keepCopy, type MailAnswer, postponeMail } from '@/db/commands/end-mail';
import { forgetMailSecret } from '@/db/commands/forget-mail-secret';
import { weighMail } from '@/db/commands/weigh-mail';
import { logoFile } from '@/db/queries/logo';
import { type MailSender, mailSender } from '@/db/queries/mail-settings';
import { businessesWithMail, mailSecret } from '@/db/queries/mails-due';
import { withScope } from '@/db/scope';
import type { Organization, StaffActor } from '@/lib/actor';
import { type MailServer, mailServer } from '@/lib/integrations/smtp';
import { describeError, log } from '@/lib/log';
import type { LogoFacts } from '@/lib/logo';
import { mailContent } from '@/lib/mail/content';
import { hasSecret, isOwnSecret, mailHref } from '@/lib/mail/href';
import { mailLanguage } from '@/lib/mail/languages';
import { logoOfMail } from '@/lib/mail/logo';
import { inLanes, oneLook } from './lanes';
import { mailFiles } from './mail-files';

/** Milliseconds between two looks at the outbox. */
const EVERY = 1_000;

/** Sends what is in the outbox until it is told to stop. Several workers may do so at once. */
export async function sendMails(signal: AbortSignal): Promise<void> {
  const server = mailServer();
  while (!signal.aborted) {
    try {
      if ((await sendMailsDue(server, oneLook(signal))) > 0) continue;
    } catch (error) {
      log('error', 'mails_failed', { error: describeError(error) });
    }
    await pause(EVERY, undefined, { signal }).catch(() => {});
  }
  server?.close();
}

/** Sends what is due now, or without a mail server keeps it to be read, until it is over. Answers how many mails were taken up. */
export async function sendMailsDue(server: MailServer | null, isOver = () => false): Promise<number> {
  const businesses = await withScope({ kind: 'job' }, 'read', businessesWithMail);
  return inLanes(businesses, (org) => sendNext(org, server), isOver);
}

/** Takes up one mail of a business. False when there was none. */
async function sendNext(org: Organization, server: MailServer | null): Promise<boolean> {
  const worker: StaffActor = { kind: 'staff', role: 'admin', userId: null, name: 'Mail', org };
  const mail = await withScope(worker, 'write', claimMail);
  if (!mail) return false;
  try {
    await attempt(worker, mail, org.isSample ? null : server);
  } catch (error) {
    log('error', 'mail_failed', { org: org.id, id: mail.id, error: describeError(error) });
    const detail = 'It could not be written. The log says why.';
    await withScope(worker, 'write', (tx) => endAttempt(tx, mail, { outcome: 'deferred', detail }));
  }
  return true;
}

async function attempt(worker: StaffActor, mail: ClaimedMail, server: MailServer | null): Promise<void> {
  const ready = await withScope(worker, 'write', async (tx) => {
    const verdict = await weighMail(tx, worker.org, mail, new Date());
    if ('cancel' in verdict) return cancelMail(tx, mail, verdict.cancel);
    if ('until' in verdict) return postponeMail(tx, mail, verdict.until);
    const fresh = { ...mail, params: verdict.params };
    const sender = { ...(await mailSender(tx)), logo: await logoFile(tx) };
    const copy = await drawn(fresh, sender, null);
    await keepCopy(tx, fresh, copy);
    return { fresh, sender, copy };
  });
  if (!ready) return;
  const { fresh, sender } = ready;
  const secret = hasSecret(fresh.params)
    ? await withScope({ kind: 'job' }, 'read', (tx) => mailSecret(tx, mail.id))
    : null;
  const copy = secret ? await drawn(fresh, sender, secret) : ready.copy;
  const answer: MailAnswer = server
    ? await server.send({
        ...copy,
        ...fresh,
        fromName: sender.name,
        replyTo: sender.replyTo,
        attachments: [...(await mailFiles(worker, fresh, sender.logo)), ...logoOfMail(sender.logo)],
      })
    : { outcome: 'kept' };
  await withScope(worker, 'write', async (tx) => {
    // Nowhere else could the link be read. The people of sample data have no other books.
    const isReadable = !isOwnSecret(fresh.params) || worker.org.isSample;
    if (answer.outcome === 'kept' && isReadable) await keepCopy(tx, fresh, copy);
    await endAttempt(tx, fresh, answer);
  });
  if (secret && answer.outcome !== 'deferred')
    await withScope({ kind: 'job' }, 'write', (tx) => forgetMailSecret(tx, mail.id));
}

/** The mail as it looks; without its secret the link says that there is one, and does not lead there. */
function drawn(
  mail: ClaimedMail,
  sender: MailSender & { readonly logo: LogoFacts | null },
  secret: string | null,
) {
  const content = mailContent(mail.params, {
    language: mailLanguage(mail.language),
    sender: sender.name,
    toName: mail.toName,
    href: mailHref(mail.params, { documentId: mail.documentId, secret }),
  });
  return renderMail(content, sender.logo);
}
