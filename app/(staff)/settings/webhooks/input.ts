import { z } from 'zod';
import { WEBHOOK_EVENTS } from '@/lib/webhooks/events';

const event = z.enum(WEBHOOK_EVENTS);
const url = z
  .string()
  .trim()
  .min(1, 'Enter the address that is to be told.')
  .max(2_000, 'Use at most 2,000 characters.');
const events = z.union([event.transform((one) => [one]), z.array(event)], {
  error: 'Choose at least one event.',
});

export const createWebhookInput = z.object({ url, events });

export const changeWebhookInput = z.object({ id: z.uuid(), url, events });

export const webhookInput = z.object({ id: z.uuid() });

export const pauseWebhookInput = z.object({ id: z.uuid(), paused: z.enum(['true', 'false']) });

export const deliveryInput = z.object({ deliveryId: z.uuid() });
