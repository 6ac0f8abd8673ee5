'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { cancelMails } from '@/db/commands/cancel-mails';
import { releaseAddress } from '@/db/commands/release-address';
import { reportMail } from '@/db/commands/report-mail';
import { resendMail } from '@/db/commands/resend-mail';
import { formatCount } from '@/lib/format';

const mailId = z.uuid();
const stale = ['/mails', '/mails/[id]', '/reminders'];

/** Sends a mail once more. */
export const resendMailAction = formAction({
  may: 'mail:manage',
  verb: 'resend_mail',
  input: z.object({ mailId }),
  run: async (tx, actor, input) => {
    const sent = await resendMail(tx, actor, input);
    return { message: `It goes to ${sent.toAddress} again.`, id: sent.mailId };
  },
  stale,
});

/** Takes mails back that still wait. */
export const cancelMailsAction = formAction({
  may: 'mail:manage',
  verb: 'cancel_mails',
  input: z.object({
    mailIds: z
      .string()
      .max(20_000)
      .transform((text) => text.split(','))
      .pipe(z.array(z.uuid()).min(1).max(500)),
  }),
  run: async (tx, actor, input) => {
    const { cancelled } = await cancelMails(tx, actor, input);
    return { message: `${formatCount(cancelled, 'mail')} taken back. Nothing was sent.` };
  },
  stale,
});

/** Notes that a mail came back, or was complained of. */
export const reportMailAction = formAction({
  may: 'mail:manage',
  verb: 'report_mail',
  input: z.object({
    mailId,
    what: z.enum(['bounced', 'complained']),
    detail: z.string().trim().max(300, 'Use at most 300 characters.'),
  }),
  run: async (tx, actor, { detail, ...input }) => {
    await reportMail(tx, actor, { ...input, detail: detail || `Noted by ${actor.name}` });
    return { message: 'Noted. Nothing goes to that address by itself any more.' };
  },
  stale,
});

/** Lets mail go to an address again. */
export const releaseAddressAction = formAction({
  may: 'mail:manage',
  verb: 'release_address',
  input: z.object({ blockId: z.uuid() }),
  run: async (tx, actor, input) => {
    const { address } = await releaseAddress(tx, actor, input);
    return { message: `Mail goes to ${address} again.` };
  },
  stale,
});
