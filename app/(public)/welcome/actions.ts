'use server';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { deviceOf } from '@/app/_auth/device';
import { doors } from '@/app/_auth/doors';
import { countRegistration } from '@/app/_auth/sign-in';
import { createSample } from '@/db/commands/create-sample';
import { sampleLogins } from '@/db/queries/sample';
import { Refusal } from '@/lib/refusal';

/** Makes the sample books, unless they are there, and shows their logins. */
export const createSampleAction = publicAction({
  verb: 'create_sample',
  input: z.object({}),
  run: async () => {
    if (!(await doors()).sample) throw new Refusal('forbidden', 'Sample data is switched off here.');
    if ((await sampleLogins()) === null) {
      await countRegistration(deviceOf(await headers()));
      await createSample();
    }
    redirect('/sample');
  },
});
