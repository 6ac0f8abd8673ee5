import { serve } from '../_api/serve';
import { createWebhookEndpoint, listWebhookEndpoints } from '../_resources/webhook-endpoints';

/** Answers GET /api/v1/webhook-endpoints. */
export const GET = serve(listWebhookEndpoints);
/** Answers POST /api/v1/webhook-endpoints. */
export const POST = serve(createWebhookEndpoint);
