import { z } from 'zod';

const name = z.string().trim().min(1, 'Give it a name.').max(80, 'Use at most 80 characters.');

/** A view to keep: of which page, with which parameters. */
export const saveViewInput = z.object({
  path: z.enum(['/explore', '/customers', '/invoices', '/payments']),
  query: z.string().max(4_000, 'This address is too long to be kept. Choose fewer filters.'),
  name,
  isShared: z.literal('yes').optional(),
});

/** A view and its new name. */
export const renameViewInput = z.object({ viewId: z.uuid(), name });

/** A view that goes. */
export const deleteViewInput = z.object({ viewId: z.uuid() });
