import { serve } from '../../../_api/serve';
import { chargeReminder } from '../../../_resources/reminders';

/** Answers POST /api/v1/reminders/{id}/charge. */
export const POST = serve(chargeReminder);
