import { z } from 'zod';

export const confirmInput = z.object({ intentId: z.uuid() });

export const dismissInput = z.object({
  intentId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why, in words that the customer may read.').max(300),
});
