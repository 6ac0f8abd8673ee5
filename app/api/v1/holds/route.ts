import { serve } from '../_api/serve';
import { createHold, listHolds } from '../_resources/holds';

/** Answers GET /api/v1/holds. */
export const GET = serve(listHolds);

/** Answers POST /api/v1/holds. */
export const POST = serve(createHold);
