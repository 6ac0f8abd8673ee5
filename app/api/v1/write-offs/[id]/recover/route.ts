import { serve } from '../../../_api/serve';
import { recoverWriteOff } from '../../../_resources/write-offs';

/** Answers POST /api/v1/write-offs/{id}/recover. */
export const POST = serve(recoverWriteOff);
