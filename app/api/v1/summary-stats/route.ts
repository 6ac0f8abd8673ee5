import { serve } from '../_api/serve';
import { getSummaryStats } from '../_resources/figures';

/** Answers GET /api/v1/summary-stats. */
export const GET = serve(getSummaryStats);
