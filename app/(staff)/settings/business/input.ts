import { z } from 'zod';
import { nameField } from '@/app/_auth/fields';

/** Who the business is, as people type it. */
export const businessInput = z.object({
  name: nameField('Enter the name of the business.'),
  address: z
    .string()
    .trim()
    .max(500, 'Use at most 500 characters.')
    .transform((text) => text || null),
  timeZone: z.string().min(1, 'Choose a time zone.').max(60),
  paper: z.enum(['a4', 'letter']),
});
