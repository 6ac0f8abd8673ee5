'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { languageOf } from '@/app/_auth/device';
import { linkToken } from '@/app/_auth/fields';
import { confirmNewEmail } from '@/app/_auth/new-email';

/** Signs in with the new address from now on. */
export const confirmNewEmailAction = publicAction({
  verb: 'confirm_new_email',
  input: z.object({ token: linkToken }),
  run: async ({ token }) => {
    const { email } = await confirmNewEmail(token, languageOf(await headers()));
    return { status: 'done', message: `From now on you sign in with ${email}.` };
  },
});
