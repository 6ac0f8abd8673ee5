import { serve } from '../../../_api/serve';
import { testWebhookEndpoint } from '../../../_resources/webhook-endpoints';

/** Answers POST /api/v1/webhook-endpoints/{id}/test. */
export const POST = serve(testWebhookEndpoint);
