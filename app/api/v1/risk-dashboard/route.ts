import { serve } from '../_api/serve';
import { getRiskDashboard } from '../_resources/risk-dashboard';

/** Answers GET /api/v1/risk-dashboard. */
export const GET = serve(getRiskDashboard);
