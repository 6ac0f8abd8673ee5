import { serve } from '../../../_api/serve';
import { voidLateFee } from '../../../_resources/late-fees';

/** Answers POST /api/v1/late-fees/{id}/void. */
export const POST = serve(voidLateFee);
