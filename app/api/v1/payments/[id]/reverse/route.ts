import { serve } from '../../../_api/serve';
import { reversePayment } from '../../../_resources/payments';

/** Answers POST /api/v1/payments/{id}/reverse. */
export const POST = serve(reversePayment);
