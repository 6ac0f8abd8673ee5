import { z } from 'zod';

export const createKeyInput = z.object({
  name: z.string().trim().min(1, 'Enter what will use the key.').max(100, 'Use at most 100 characters.'),
  role: z.enum(['admin', 'manager', 'customer']),
  /** The code or the whole name of the customer whose account the key reads. */
  customer: z.string().trim().max(200).default(''),
  /** Days for which it works; '' until it is revoked. */
  days: z.enum(['', '30', '90', '365']).default(''),
  /** Requests a minute; '' for what the installation allows. */
  perMinute: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,5})?$/, 'Enter a whole number up to 999999, or nothing.')
    .default(''),
});

export const rotateKeyInput = z.object({ id: z.uuid(), overlap: z.enum(['0', '24', '168']).default('24') });

export const revokeKeyInput = z.object({ id: z.uuid() });
