import { serve } from '../../_api/serve';
import { getRefund } from '../../_resources/refunds';

/** Answers GET /api/v1/refunds/{id}. */
export const GET = serve(getRefund);
