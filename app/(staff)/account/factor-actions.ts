'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { accountAction } from '@/app/_actions/account-action';
import { languageOf } from '@/app/_auth/device';
import { typedCode } from '@/app/_auth/fields';
import { dropFactor, freshRecoveryCodes } from '@/app/_auth/second-factor';

/** Makes new recovery codes (`secret` of the answer, shown this once) or takes one's second factor away. */
export const factorAction = accountAction({
  verb: 'change_second_factor',
  input: z.object({ code: typedCode, deed: z.enum(['renew', 'remove']) }),
  run: async (session, { code, deed }) => {
    const language = languageOf(await headers());
    if (deed === 'renew') {
      const codes = await freshRecoveryCodes(session, code, language);
      return { message: 'The recovery codes before these end.', secret: codes.join('\n') };
    }
    await dropFactor(session, code, language);
    return { message: 'From now on your password alone signs you in.' };
  },
  stale: ['/account'],
});
