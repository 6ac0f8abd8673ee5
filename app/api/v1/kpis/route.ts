import { serve } from '../_api/serve';
import { getKpis } from '../_resources/figures';

/** Answers GET /api/v1/kpis. */
export const GET = serve(getKpis);
