import { z } from 'zod';
import { readLayout } from '@/lib/domain/dashboard-layout';

const dashboardId = z.uuid();

const layout = z.string().transform((written, ctx) => {
  const read = readLayout(parsed(written));
  if (read) return read;
  ctx.addIssue({ code: 'custom', message: 'The layout could not be read.' });
  return z.NEVER;
});

const name = z.string().trim().min(1, 'Give it a name.').max(80, 'Use at most 80 characters.');

/** A layout to save. Without an id it becomes a dashboard of the person's own, under the name or one like it. */
export const arrangeInput = z.object({
  dashboardId: z.union([dashboardId, z.literal('')]),
  version: z.coerce.number().int().min(1),
  name,
  layout,
});

/** A dashboard to make. */
export const createInput = z.object({ name });

/** A dashboard and its new name. */
export const renameInput = z.object({ dashboardId, name });

/** A dashboard, and whether everybody of the business may open it. */
export const shareInput = z.object({ dashboardId, isShared: z.enum(['yes', 'no']) });

/** A dashboard that goes. */
export const deleteInput = z.object({ dashboardId });

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}
