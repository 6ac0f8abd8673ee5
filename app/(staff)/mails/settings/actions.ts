'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { setMailSettings } from '@/db/commands/set-mail-settings';

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .regex(/^\P{C}*$/u, 'Leave out characters that cannot be seen.')
    .transform((typed) => typed || null);
const numberIn = (from: number, to: number) =>
  z
    .union([z.literal(''), z.coerce.number().int().min(from).max(to)])
    .transform((value) => (value === '' ? null : value));

/** Says how the business mails. */
export const mailSettingsAction = formAction({
  may: 'mail:manage',
  verb: 'set_mail_settings',
  input: z.object({
    senderName: text(100),
    replyTo: text(254),
    remindersAt: numberIn(0, 23),
    digestAt: numberIn(0, 23),
    statementsOn: numberIn(1, 28),
    sendsReceipts: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  }),
  run: async (tx, actor, input) => {
    await setMailSettings(tx, actor, input);
    return { message: 'Saved.' };
  },
  stale: ['/mails', '/mails/settings', '/jobs', '/reminders'],
});
