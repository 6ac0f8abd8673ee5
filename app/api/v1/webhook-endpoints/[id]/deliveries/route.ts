import { serve } from '../../../_api/serve';
import { listWebhookDeliveries } from '../../../_resources/webhook-endpoints';

/** Answers GET /api/v1/webhook-endpoints/{id}/deliveries. */
export const GET = serve(listWebhookDeliveries);
