'use server';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { doors } from '@/app/_auth/doors';
import { enter } from '@/app/_auth/enter';
import { sampleLogins } from '@/db/queries/sample';
import { Refusal } from '@/lib/refusal';

/** Signs in as the sample's person of a role. */
export const openSampleAction = publicAction({
  verb: 'open_sample',
  input: z.object({ role: z.string().max(100) }),
  run: async ({ role }) => {
    const sample = (await doors()).sample ? await sampleLogins() : null;
    const login = sample?.logins.find((each) => each.role === role);
    if (!login) throw new Refusal('not_found', 'The sample was removed. Nothing was changed.');
    return enter(login, '/');
  },
});
