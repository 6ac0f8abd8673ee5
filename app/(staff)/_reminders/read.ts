import 'server-only';
import { renderMail } from '@/components/email/render-mail';
import { type DraftReminder, draftReminder, type RemindByHand } from '@/db/commands/remind-by-hand';
import { logoFile } from '@/db/queries/logo';
import { mailSender } from '@/db/queries/mail-settings';
import { type Tx, withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { mailContent } from '@/lib/mail/content';
import { mailHref } from '@/lib/mail/href';
import { withLogoInside } from '@/lib/mail/logo';
import { Refusal } from '@/lib/refusal';

/** A reminder as it would go out now. */
export interface DrawnReminder {
  readonly to: DraftReminder['to'];
  readonly subject: string;
  readonly html: string;
}

/** A reminder as it would go out now; or why none can go. */
export type ReminderPreview = DrawnReminder | { readonly problem: string };

/** Draws a reminder that is not sent yet. */
export async function readPreview(actor: StaffActor, input: RemindByHand): Promise<ReminderPreview> {
  try {
    const { draft, look } = await withScope(actor, 'read', async (tx) => ({
      draft: await draftReminder(tx, actor, input),
      look: await mailLook(tx),
    }));
    return await drawPreview(draft, look);
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}

/** From whom the mails of the business in scope come, and with which picture. */
export async function mailLook(tx: Tx) {
  return { sender: await mailSender(tx), logo: await logoFile(tx) };
}

/** The mail of a draft as it looks. */
export async function drawPreview(
  { to, params }: Pick<DraftReminder, 'to' | 'params'>,
  { sender, logo }: Awaited<ReturnType<typeof mailLook>>,
): Promise<DrawnReminder> {
  const content = mailContent(params, {
    language: to.language,
    sender: sender.name,
    toName: to.name,
    href: mailHref(params, { documentId: null, secret: null }),
  });
  const { subject, html } = await renderMail(content, logo);
  return { to, subject, html: withLogoInside(html, logo) };
}
