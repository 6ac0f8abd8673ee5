import { serve } from '../../../_api/serve';
import { endRecurring } from '../../../_resources/recurring-invoices';

/** Answers POST /api/v1/recurring-invoices/{id}/end. */
export const POST = serve(endRecurring);
