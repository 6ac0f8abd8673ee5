import { serve } from '../../_api/serve';
import { getPayment } from '../../_resources/payments';

/** Answers GET /api/v1/payments/{id}. */
export const GET = serve(getPayment);
