import { z } from 'zod';

export const createKeyInput = z.object({
  name: z.string().trim().min(1, 'Enter what will use the key.').max(100, 'Use at most 100 characters.'),
  role: z.enum(['admin', 'manager', 'customer']),
  /** The code or the whole name of the customer whose account the key reads. */
  customer: z.string().trim().max(200).default(''),
});

export const revokeKeyInput = z.object({ id: z.uuid() });
