import { serve } from '../_api/serve';
import { createAllocation } from '../_resources/allocations';

/** Answers POST /api/v1/allocations. */
export const POST = serve(createAllocation);
