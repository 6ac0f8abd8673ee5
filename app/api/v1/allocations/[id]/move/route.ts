import { serve } from '../../../_api/serve';
import { moveAllocation } from '../../../_resources/allocations';

/** Answers POST /api/v1/allocations/{id}/move. */
export const POST = serve(moveAllocation);
