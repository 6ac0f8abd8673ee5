'use server';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { enterWithCode } from '@/app/_auth/enter';
import { typedCode } from '@/app/_auth/fields';
import { nextPath } from '@/lib/next-path';

/** Goes on signing in with the code of an authenticator, or a recovery code. */
export const codeAction = publicAction({
  verb: 'sign_in_code',
  input: z.object({ code: typedCode, next: z.string().max(2_000).optional() }),
  run: ({ code, next }) => enterWithCode(code, nextPath(next)),
});
