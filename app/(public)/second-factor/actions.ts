'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { accountAction } from '@/app/_actions/account-action';
import { languageOf } from '@/app/_auth/device';
import { typedCode } from '@/app/_auth/fields';
import { enrol } from '@/app/_auth/second-factor';

/** Adds a second factor; `secret` of the answer are the recovery codes, shown this once. */
export const enrolAction = accountAction({
  verb: 'add_second_factor',
  input: z.object({ sealed: z.string().max(1_000), code: typedCode }),
  run: async (session, input) => {
    const typed = { ...input, code: input.code.replace(/\s/g, '') };
    const codes = await enrol(session, typed, languageOf(await headers()));
    return { message: 'From now on you sign in with a code.', secret: codes.join('\n') };
  },
  // Drawing the page again would take the recovery codes away before anybody read them.
  stale: [],
});
