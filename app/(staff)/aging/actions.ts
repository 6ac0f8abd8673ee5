'use server';
import { z } from 'zod';
import { accountAction } from '@/app/_actions/account-action';
import { setPreference } from '@/db/commands/set-preference';
import { preferenceOf } from '@/db/queries/preferences';
import { withScope } from '@/db/scope';
import { AGING_TASTE, readAgingTaste, tasteShowing } from '@/lib/aging-taste';
import { Refusal } from '@/lib/refusal';

const shown = z.string().max(20);

/** Keeps which columns of the aging report somebody sees, and how close its lines stand. */
export const tasteAction = accountAction({
  verb: 'set_preference',
  input: z.object({
    buckets: z.coerce.number().int().min(1).max(12),
    shown: z.union([shown.transform((one) => [one]), z.array(shown).max(20)]).default([]),
    density: z.enum(['comfortable', 'compact']),
  }),
  run: async ({ actor }, input) => {
    if (actor.kind !== 'staff') throw new Refusal('not_found', 'There is no such report.');
    await withScope(actor, 'write', async (tx) => {
      const before = readAgingTaste(await preferenceOf(tx, actor, AGING_TASTE));
      const hidden = tasteShowing(input.shown, input.buckets, before);
      await setPreference(tx, actor, { key: AGING_TASTE, value: { hidden, density: input.density } });
    });
    return { message: 'Saved. Only your own screen is changed.' };
  },
  stale: ['/aging'],
});
