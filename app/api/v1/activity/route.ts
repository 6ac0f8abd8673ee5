import { serve } from '../_api/serve';
import { listActivity } from '../_resources/activity';

/** Answers GET /api/v1/activity. */
export const GET = serve(listActivity);
