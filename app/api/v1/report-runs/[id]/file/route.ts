import { serve } from '../../../_api/serve';
import { getReportRunFile } from '../../../_resources/report-runs';

/** Answers GET /api/v1/report-runs/{id}/file. */
export const GET = serve(getReportRunFile);
