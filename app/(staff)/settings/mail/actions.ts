'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { languageOf } from '@/app/_auth/device';
import { currentSession } from '@/app/_auth/session';
import { sendTestMail } from '@/db/commands/send-test-mail';
import { setMailSettings } from '@/db/commands/set-mail-settings';
import { Refusal } from '@/lib/refusal';

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
  stale: ['/mails', '/settings/mail', '/jobs', '/reminders'],
});

/** Mails whoever presses the button a test. */
export const testMailAction = formAction({
  may: 'mail:manage',
  verb: 'send_test_mail',
  input: z.object({}),
  run: async (tx, actor) => {
    const session = await currentSession();
    if (!session) throw new Refusal('forbidden', 'You are signed out. Sign in and try again.');
    const to = { name: actor.name, address: session.email, language: languageOf(await headers()) };
    await sendTestMail(tx, actor, { to });
    return { message: `A test goes to ${session.email}.` };
  },
  stale: ['/settings/mail', '/mails'],
});
