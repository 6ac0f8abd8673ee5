import { serve } from '../_api/serve';
import { createWriteOff } from '../_resources/write-offs';

/** Answers POST /api/v1/write-offs. */
export const POST = serve(createWriteOff);
