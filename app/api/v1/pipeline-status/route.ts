import { serve } from '../_api/serve';
import { getPipelineStatus } from '../_resources/pipeline-status';

/** Answers GET /api/v1/pipeline-status. */
export const GET = serve(getPipelineStatus);
