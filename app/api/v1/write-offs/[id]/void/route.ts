import { serve } from '../../../_api/serve';
import { voidWriteOff } from '../../../_resources/write-offs';

/** Answers POST /api/v1/write-offs/{id}/void. */
export const POST = serve(voidWriteOff);
