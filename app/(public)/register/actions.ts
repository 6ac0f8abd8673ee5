'use server';
import { headers } from 'next/headers';
import { z } from 'zod';
import { publicAction } from '@/app/_actions/public-action';
import { deviceOf } from '@/app/_auth/device';
import { doors } from '@/app/_auth/doors';
import { enter } from '@/app/_auth/enter';
import { email, nameField, newPassword } from '@/app/_auth/fields';
import { register } from '@/app/_auth/register';
import { isCurrency } from '@/lib/domain/currencies';
import { Refusal } from '@/lib/refusal';
import { timeZones } from '../choices';

/** Creates the business and its administrator, signs in, and shows the empty books. */
export const registerAction = publicAction({
  verb: 'register',
  input: z.object({
    name: nameField('Enter your name.'),
    email,
    password: newPassword,
    business: nameField('Enter the name of the business.'),
    currency: z.string().refine(isCurrency, 'Choose a currency.'),
    timeZone: z.string().refine((zone) => timeZones().includes(zone), 'Choose a time zone.'),
  }),
  run: async (input) => {
    if (!(await doors()).registration) throw new Refusal('forbidden', 'Registration is closed here.');
    await register(input, deviceOf(await headers()));
    return enter(input, '/');
  },
});
