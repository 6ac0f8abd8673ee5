import { serve } from '../_api/serve';
import { createRefund } from '../_resources/refunds';

/** Answers POST /api/v1/refunds. */
export const POST = serve(createRefund);
