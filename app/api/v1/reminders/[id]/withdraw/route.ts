import { serve } from '../../../_api/serve';
import { withdrawReminder } from '../../../_resources/reminders';

/** Answers POST /api/v1/reminders/{id}/withdraw. */
export const POST = serve(withdrawReminder);
