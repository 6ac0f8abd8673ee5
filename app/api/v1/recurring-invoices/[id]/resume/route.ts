import { serve } from '../../../_api/serve';
import { resumeRecurring } from '../../../_resources/recurring-invoices';

/** Answers POST /api/v1/recurring-invoices/{id}/resume. */
export const POST = serve(resumeRecurring);
