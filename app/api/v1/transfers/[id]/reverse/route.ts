import { serve } from '../../../_api/serve';
import { reverseTransfer } from '../../../_resources/transfers';

/** Answers POST /api/v1/transfers/{id}/reverse. */
export const POST = serve(reverseTransfer);
