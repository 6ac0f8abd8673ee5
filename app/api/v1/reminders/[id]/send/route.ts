import { serve } from '../../../_api/serve';
import { sendReminder } from '../../../_resources/reminders';

/** Answers POST /api/v1/reminders/{id}/send. */
export const POST = serve(sendReminder);
