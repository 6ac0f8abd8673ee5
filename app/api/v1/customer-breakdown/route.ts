import { serve } from '../_api/serve';
import { getCustomerBreakdown } from '../_resources/figures';

/** Answers GET /api/v1/customer-breakdown. */
export const GET = serve(getCustomerBreakdown);
