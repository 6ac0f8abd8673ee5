import { serve } from '../_api/serve';
import { getReminderPolicy, updateReminderPolicy } from '../_resources/reminder-policy';

/** Answers GET /api/v1/reminder-policy. */
export const GET = serve(getReminderPolicy);

/** Answers PATCH /api/v1/reminder-policy. */
export const PATCH = serve(updateReminderPolicy);
