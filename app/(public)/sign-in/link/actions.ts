'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { deviceOf, languageOf } from '@/app/_auth/device';
import { enterWithLink } from '@/app/_auth/enter';
import { email, linkToken } from '@/app/_auth/fields';
import { askForSignInLink } from '@/app/_auth/sign-in-link';
import { nextPath } from '@/lib/next-path';

/** Mails a link that signs in. Says the same whether there is a login or not. */
export const askLinkAction = publicAction({
  verb: 'ask_sign_in_link',
  input: z.object({ email }),
  run: async (input) => {
    const asked = await headers();
    await askForSignInLink(input.email, { device: deviceOf(asked), language: languageOf(asked) });
    return {
      status: 'done',
      message:
        'If there is a login for that address, a link is on its way. It signs you in once, for 15 minutes.',
    };
  },
});

/** Signs in by the link, in place of the password. */
export const enterByLinkAction = publicAction({
  verb: 'use_sign_in_link',
  input: z.object({ token: linkToken }),
  run: ({ token }) => enterWithLink(token, nextPath('/')),
});
