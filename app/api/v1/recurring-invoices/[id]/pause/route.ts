import { serve } from '../../../_api/serve';
import { pauseRecurring } from '../../../_resources/recurring-invoices';

/** Answers POST /api/v1/recurring-invoices/{id}/pause. */
export const POST = serve(pauseRecurring);
