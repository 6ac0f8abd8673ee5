import { serve } from '../../../_api/serve';
import { getReportRunChanges } from '../../../_resources/report-runs';

/** Answers GET /api/v1/report-runs/{id}/changes. */
export const GET = serve(getReportRunChanges);
