import { serve } from '../../_api/serve';
import { getLateFee } from '../../_resources/late-fees';

/** Answers GET /api/v1/late-fees/{id}. */
export const GET = serve(getLateFee);
