import { serve } from '../_api/serve';
import { createPayment, listPayments } from '../_resources/payments';

/** Answers GET /api/v1/payments. */
export const GET = serve(listPayments);
/** Answers POST /api/v1/payments. */
export const POST = serve(createPayment);
