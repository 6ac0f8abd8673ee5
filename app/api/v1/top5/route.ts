import { serve } from '../_api/serve';
import { getTopCustomers } from '../_resources/figures';

/** Answers GET /api/v1/top5. */
export const GET = serve(getTopCustomers);
