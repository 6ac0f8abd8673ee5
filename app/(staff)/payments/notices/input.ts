import { z } from 'zod';

/** `another`: a payment of the same amount that is booked already is not this one. */
export const confirmInput = z.object({ intentId: z.uuid(), another: z.literal('yes').optional() });

export const linkInput = z.object({ intentId: z.uuid(), documentId: z.uuid() });

export const dismissInput = z.object({
  intentId: z.uuid(),
  reason: z.string().trim().min(1, 'Say why, in words that the customer may read.').max(300),
});
