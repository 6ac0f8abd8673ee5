import { serve } from '../_api/serve';
import { getAgingDistribution } from '../_resources/figures';

/** Answers GET /api/v1/aging-distribution. */
export const GET = serve(getAgingDistribution);
