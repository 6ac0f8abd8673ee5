import { z } from 'zod';
import { email, nameField } from '@/app/_auth/fields';

const orNone = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Use at most ${most} characters.`)
    .default('')
    .transform((text) => (text === '' ? null : text));

/** Where the customer is reached. */
export const factsInput = z.object({
  email: z.union([z.literal('').transform(() => null), email]).default(null),
  phone: orNone(60),
  address: orNone(500),
});

/** A further person whom mail goes to. */
export const contactInput = z.object({
  name: nameField('Enter a name.'),
  title: orNone(100),
  email,
  phone: orNone(60),
  roles: z
    .union([z.enum(['billing', 'payer', 'escalation']), z.array(z.enum(['billing', 'payer', 'escalation']))])
    .optional()
    .transform((roles) => [...new Set([roles ?? []].flat())]),
});

export const contactIdInput = z.object({ contactId: z.uuid() });

export const colleagueInput = z.object({ name: nameField('Enter their name.'), email });

export const membershipInput = z.object({ membershipId: z.uuid() });

/** As `membershipInput`, from a form that asks first and sends a request id. */
export const removalInput = membershipInput.extend({ requestId: z.uuid() });

export const closeInput = z.object({ requestId: z.uuid() });
