import { z } from 'zod';
import { email, nameField } from '@/app/_auth/fields';

export const inviteInput = z.object({
  customerId: z.uuid(),
  name: nameField('Enter their name.'),
  email,
});

export const lookInput = z.object({ customerId: z.uuid() });

export const removeInput = z.object({
  requestId: z.uuid(),
  customerId: z.uuid(),
  membershipId: z.uuid(),
});
