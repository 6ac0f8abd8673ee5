import { z } from 'zod';
import { email, nameField } from '@/app/_auth/fields';

export const inviteInput = z.object({
  email,
  name: nameField('Enter the person’s name.'),
  role: z.enum(['admin', 'manager', 'customer']),
  /** The code or the whole name of the customer whose person it is. */
  customer: z.string().trim().max(200).default(''),
});

export const roleInput = z.object({ membershipId: z.uuid(), role: z.enum(['admin', 'manager']) });

export const memberInput = z.object({ membershipId: z.uuid() });

export const invitationInput = z.object({ invitationId: z.uuid() });

export const sessionInput = z.object({ sessionId: z.uuid() });

export const requirementInput = z.object({ required: z.enum(['yes', 'no']) });
