import 'server-only';
import { renderMail } from '@/components/email/render-mail';
import { type DraftReminder, draftReminder, type RemindByHand } from '@/db/commands/remind-by-hand';
import { logoFile } from '@/db/queries/logo';
import { mailSender } from '@/db/queries/mail-settings';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import { mailContent } from '@/lib/mail/content';
import { mailHref } from '@/lib/mail/href';
import { withLogoInside } from '@/lib/mail/logo';
import { Refusal } from '@/lib/refusal';

/** A reminder as it would go out now; or why none can go. */
export type ReminderPreview =
  | { readonly to: DraftReminder['to']; readonly subject: string; readonly html: string }
  | { readonly problem: string };

/** Draws a reminder that is not sent yet. */
export async function readPreview(actor: StaffActor, input: RemindByHand): Promise<ReminderPreview> {
  try {
    const { draft, sender, logo } = await withScope(actor, 'read', async (tx) => ({
      draft: await draftReminder(tx, actor, input),
      sender: await mailSender(tx),
      logo: await logoFile(tx),
    }));
    const { to, params } = draft;
    const content = mailContent(params, {
      language: to.language,
      sender: sender.name,
      toName: to.name,
      href: mailHref(params, { documentId: null, secret: null }),
    });
    const { subject, html } = await renderMail(content, logo);
    return { to, subject, html: withLogoInside(html, logo) };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    throw error;
  }
}
