'use server';
import { formAction } from '@/app/_actions/form-action';
import { changeWebhook as change } from '@/db/commands/change-webhook';
import { createWebhook as create } from '@/db/commands/create-webhook';
import { removeWebhook as remove } from '@/db/commands/remove-webhook';
import { resendDelivery as resend } from '@/db/commands/resend-delivery';
import { rotateWebhookSecret } from '@/db/commands/rotate-webhook-secret';
import { testWebhook as test } from '@/db/commands/test-webhook';
import {
  changeWebhookInput,
  createWebhookInput,
  deliveryInput,
  pauseWebhookInput,
  webhookInput,
} from './input';

const stale = ['/settings/webhooks', '/settings/webhooks/[id]'];

/** Tells an address what happens; `secret` of the answer is what deliveries are signed with, shown this once. */
export const createWebhook = formAction({
  may: 'organization:manage',
  verb: 'webhook_created_form',
  input: createWebhookInput,
  run: async (tx, actor, input) => {
    const { secret } = await create(tx, actor, input);
    return { message: 'Made the webhook. This is its secret.', secret };
  },
  stale,
});

/** Changes where deliveries go and what is told. */
export const changeWebhook = formAction({
  may: 'organization:manage',
  verb: 'webhook_changed_form',
  input: changeWebhookInput,
  run: async (tx, actor, input) => {
    await change(tx, actor, input);
    return { message: 'Saved.' };
  },
  stale,
});

/** Pauses a webhook, or lets it go on. */
export const pauseWebhook = formAction({
  may: 'organization:manage',
  verb: 'webhook_paused_form',
  input: pauseWebhookInput,
  run: async (tx, actor, { id, paused }) => {
    await change(tx, actor, { id, paused: paused === 'true' });
    return {
      message: paused === 'true' ? 'Paused: what happens now waits.' : 'It goes on with what waited.',
    };
  },
  stale,
});

/** Makes a new secret; `secret` of the answer is shown this once. */
export const rotateSecret = formAction({
  may: 'organization:manage',
  verb: 'webhook_secret_form',
  input: webhookInput,
  run: async (tx, actor, input) => {
    const { secret } = await rotateWebhookSecret(tx, actor, input);
    return { message: 'Made a new secret.', secret };
  },
  stale,
});

/** Sends a test. */
export const testWebhook = formAction({
  may: 'organization:manage',
  verb: 'webhook_tested_form',
  input: webhookInput,
  run: async (tx, actor, input) => {
    await test(tx, actor, input);
    return { message: 'A test is on its way. Look at the deliveries in a moment.' };
  },
  stale,
});

/** Removes a webhook. */
export const removeWebhook = formAction({
  may: 'organization:manage',
  verb: 'webhook_removed_form',
  input: webhookInput,
  run: async (tx, actor, input) => {
    const { url } = await remove(tx, actor, input);
    return { message: `${url} is told nothing any more.` };
  },
  stale,
});

/** Sends a delivery once more. */
export const resendDelivery = formAction({
  may: 'organization:manage',
  verb: 'webhook_resent_form',
  input: deliveryInput,
  run: async (tx, actor, input) => {
    const { event } = await resend(tx, actor, input);
    return { message: `${event} goes again.` };
  },
  stale,
});
