import { serve } from '../_api/serve';
import { listReportRuns } from '../_resources/report-runs';

/** Answers GET /api/v1/report-runs. */
export const GET = serve(listReportRuns);
