import { z } from 'zod';
import { nameField } from '@/app/_auth/fields';

/** Who the business is, as people type it. */
export const businessInput = z.object({
  name: nameField('Enter the name of the business.'),
  timeZone: z.string().min(1, 'Choose a time zone.').max(60),
  paper: z.enum(['a4', 'letter']),
});
