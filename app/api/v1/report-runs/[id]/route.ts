import { serve } from '../../_api/serve';
import { getReportRun } from '../../_resources/report-runs';

/** Answers GET /api/v1/report-runs/{id}. */
export const GET = serve(getReportRun);
