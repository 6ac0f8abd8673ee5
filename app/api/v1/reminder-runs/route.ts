import { serve } from '../_api/serve';
import { createReminderRun } from '../_resources/reminder-runs';

/** Answers POST /api/v1/reminder-runs. */
export const POST = serve(createReminderRun);
