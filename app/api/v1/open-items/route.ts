import { serve } from '../_api/serve';
import { listOpenItems } from '../_resources/aging';

/** Answers GET /api/v1/open-items. */
export const GET = serve(listOpenItems);
