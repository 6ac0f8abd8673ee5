'use server';
import { z } from 'zod';
import { accountAction } from '@/app/_actions/account-action';
import { pinTheme } from '@/app/_auth/theme';
import { setPreference } from '@/db/commands/set-preference';
import { withScope } from '@/db/scope';
import { OWN_TASTE, ownTaste } from '@/lib/own-taste';
import { Refusal } from '@/lib/refusal';

const yesOrNo = z.enum(['true', 'false']).transform((answer) => answer === 'true');

/** Keeps how somebody of the business likes the application. */
export const ownTasteAction = accountAction({
  verb: 'set_own_taste',
  input: ownTaste.extend({ isLive: yesOrNo, getsDigest: yesOrNo }),
  run: async ({ actor }, value) => {
    if (actor.kind !== 'staff') throw new Refusal('not_found', 'The portal has no such settings.');
    await withScope(actor, 'write', (tx) => setPreference(tx, actor, { key: OWN_TASTE, value }));
    await pinTheme(value.theme);
    return { message: 'Saved. Only your own screen and mail are changed.' };
  },
  stale: ['/'],
});
