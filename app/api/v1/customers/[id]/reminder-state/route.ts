import { serve } from '../../../_api/serve';
import { getReminderState } from '../../../_resources/customer-condition';

/** Answers GET /api/v1/customers/{id}/reminder-state. */
export const GET = serve(getReminderState);
