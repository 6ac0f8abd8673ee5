'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { deviceOf, languageOf } from '@/app/_auth/device';
import { enter } from '@/app/_auth/enter';
import { email, linkToken, newPassword } from '@/app/_auth/fields';
import { askForReset, chooseByReset } from '@/app/_auth/reset';

/** Mails a link to a new password. Says the same whether there is a login or not. */
export const askResetAction = publicAction({
  verb: 'ask_reset',
  input: z.object({ email }),
  run: async (input) => {
    const asked = await headers();
    await askForReset(input.email, { device: deviceOf(asked), language: languageOf(asked) });
    return {
      status: 'done',
      message:
        'If there is a login for that address, a mail with a link is on its way. It works once, for 30 minutes.',
    };
  },
});

/** Chooses the new password by the link, and signs in. */
export const chooseResetAction = publicAction({
  verb: 'choose_reset',
  input: z.object({ token: linkToken, password: newPassword }),
  run: async (input) => {
    const { email: address } = await chooseByReset(input, languageOf(await headers()));
    return enter({ email: address, password: input.password }, '/');
  },
});
