import { z } from 'zod';

const id = z.uuid();

const note = z.string().max(2_000, 'Use at most 2,000 characters.').default('');

/** Whom to remind, of which documents (none: of everything late), and with which words. */
export const remindInput = z.object({
  customerId: id,
  documentIds: z.union([id.transform((one) => [one]), z.array(id).max(200)]).default([]),
  note,
});

/** Customers that are reminded at once. */
export const MOST_REMINDED = 500;
const ids = (most: string) =>
  z.union([id.transform((one) => [one]), z.array(id).max(MOST_REMINDED, most)]).default([]);

/** Whom of many to remind, of which documents (none: of everything late), and with which words. */
export const remindManyInput = z.object({
  customerIds: ids('Choose fewer customers.').pipe(z.array(id).min(1, 'Choose at least one customer.')),
  documentIds: ids('Choose fewer invoices.'),
  note,
});
