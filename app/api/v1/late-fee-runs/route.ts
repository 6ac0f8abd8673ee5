import { serve } from '../_api/serve';
import { createLateFeeRun } from '../_resources/late-fees';

/** Answers POST /api/v1/late-fee-runs. */
export const POST = serve(createLateFeeRun);
