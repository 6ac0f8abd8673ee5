'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { deviceOf } from '@/app/_auth/device';
import { enter } from '@/app/_auth/enter';
import { linkToken, nameField, newPassword, password } from '@/app/_auth/fields';
import { joinAnew, joinWithLogin } from '@/app/_auth/invitation';

/** Accepts an invitation with a new password, and signs in. */
export const joinAction = publicAction({
  verb: 'join',
  input: z.object({ token: linkToken, name: nameField('Enter your name.'), password: newPassword }),
  run: async (input) => {
    const { email } = await joinAnew(input);
    return enter({ email, password: input.password }, '/');
  },
});

/** Accepts an invitation with the login that its e-mail address has, and signs in. */
export const joinWithLoginAction = publicAction({
  verb: 'join_with_login',
  input: z.object({ token: linkToken, password }),
  run: async (input) => {
    const { email } = await joinWithLogin(input, deviceOf(await headers()));
    return enter({ email, password: input.password }, '/');
  },
});
