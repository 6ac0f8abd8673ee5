import { z } from 'zod';

const id = z.uuid();

/** Whom to remind, of which documents (none: of everything late), and with which words. */
export const remindInput = z.object({
  customerId: id,
  documentIds: z.union([id.transform((one) => [one]), z.array(id).max(200)]).default([]),
  note: z.string().max(2_000, 'Use at most 2,000 characters.').default(''),
});
