import { serve } from '../../_api/serve';
import { getTransfer } from '../../_resources/transfers';

/** Answers GET /api/v1/transfers/{id}. */
export const GET = serve(getTransfer);
