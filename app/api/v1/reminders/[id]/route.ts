import { serve } from '../../_api/serve';
import { getReminder } from '../../_resources/reminders';

/** Answers GET /api/v1/reminders/{id}. */
export const GET = serve(getReminder);
