'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { accountAction } from '@/app/_actions/account-action';
import { changeOwnPassword } from '@/app/_auth/change-password';
import { deviceOf, languageOf } from '@/app/_auth/device';
import { email, nameField, newPassword, password } from '@/app/_auth/fields';
import { askForNewEmail } from '@/app/_auth/new-email';
import { endSession } from '@/db/commands/end-session';
import { renameUser } from '@/db/commands/rename-user';
import { withScope } from '@/db/scope';

/** Changes one's own name. */
export const renameAction = accountAction({
  verb: 'rename_user',
  input: z.object({ name: nameField('Enter your name.') }),
  run: async ({ actor }, input) => {
    await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) => renameUser(tx, actor, input));
    return { message: 'Saved. From now on you are written as this.' };
  },
  stale: ['/account', '/portal/account'],
});

/** Changes one's own password, once the current one is proven. */
export const passwordAction = accountAction({
  verb: 'change_password',
  input: z.object({ current: password, password: newPassword }),
  run: async (session, input) => {
    const asked = await headers();
    await changeOwnPassword(session, input, { device: deviceOf(asked), language: languageOf(asked) });
    return { message: 'Password changed. Every other browser is signed out.' };
  },
  stale: ['/account', '/portal/account'],
});

/** Mails a link to the address that one wants to sign in with, once it is proven who asks. */
export const newEmailAction = accountAction({
  verb: 'ask_new_email',
  input: z.object({ email, current: password, code: z.string().max(40).default('') }),
  run: async (session, input) => {
    const asked = await headers();
    const how = { device: deviceOf(asked), language: languageOf(asked) };
    const { email: to } = await askForNewEmail(session, input, how);
    return { message: `A link is on its way to ${to}. It works once, for 30 minutes.` };
  },
  stale: ['/account', '/portal/account'],
});

/** Ends one of one's own sessions. */
export const endSessionAction = accountAction({
  verb: 'end_session',
  input: z.object({ sessionId: z.uuid() }),
  run: async ({ actor }, { sessionId }) => {
    await withScope({ kind: 'auth', org: actor.org }, 'write', (tx) => endSession(tx, actor, sessionId));
    return { message: 'That browser is signed out.' };
  },
  stale: ['/account', '/portal/account'],
});
