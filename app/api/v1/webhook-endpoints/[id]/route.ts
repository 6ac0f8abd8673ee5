import { serve } from '../../_api/serve';
import { deleteWebhookEndpoint, updateWebhookEndpoint } from '../../_resources/webhook-endpoints';

/** Answers PATCH /api/v1/webhook-endpoints/{id}. */
export const PATCH = serve(updateWebhookEndpoint);
/** Answers DELETE /api/v1/webhook-endpoints/{id}. */
export const DELETE = serve(deleteWebhookEndpoint);
