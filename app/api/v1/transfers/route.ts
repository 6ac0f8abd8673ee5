import { serve } from '../_api/serve';
import { createTransfer } from '../_resources/transfers';

/** Answers POST /api/v1/transfers. */
export const POST = serve(createTransfer);
