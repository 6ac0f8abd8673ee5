import { serve } from '../_api/serve';
import { getAging } from '../_resources/aging';

/** Answers GET /api/v1/aging. */
export const GET = serve(getAging);
