import { serve } from '../../../_api/serve';
import { voidRefund } from '../../../_resources/refunds';

/** Answers POST /api/v1/refunds/{id}/void. */
export const POST = serve(voidRefund);
