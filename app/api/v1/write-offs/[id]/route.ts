import { serve } from '../../_api/serve';
import { getWriteOff } from '../../_resources/write-offs';

/** Answers GET /api/v1/write-offs/{id}. */
export const GET = serve(getWriteOff);
