import { serve } from '../_api/serve';
import { createReminder, listReminders } from '../_resources/reminders';

/** Answers GET /api/v1/reminders. */
export const GET = serve(listReminders);

/** Answers POST /api/v1/reminders. */
export const POST = serve(createReminder);
