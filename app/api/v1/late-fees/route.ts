import { serve } from '../_api/serve';
import { createLateFee } from '../_resources/late-fees';

/** Answers POST /api/v1/late-fees. */
export const POST = serve(createLateFee);
