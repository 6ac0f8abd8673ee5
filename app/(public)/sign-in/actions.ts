'use server';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { enter } from '@/app/_auth/enter';
import { email, password } from '@/app/_auth/fields';
import { nextPath } from '@/lib/next-path';

/** Signs in and goes on to where the visitor wanted to go. */
export const signInAction = publicAction({
  verb: 'sign_in',
  input: z.object({ email, password, next: z.string().max(2_000).optional() }),
  run: ({ next, ...credentials }) => enter(credentials, nextPath(next)),
});
