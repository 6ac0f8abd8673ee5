import { serve } from '../../../_api/serve';
import { undoAllocation } from '../../../_resources/allocations';

/** Answers POST /api/v1/allocations/{id}/undo. */
export const POST = serve(undoAllocation);
