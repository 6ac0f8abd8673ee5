/** What runs without a request, for each business by its own calendar. */
export type JobName = 'recurring' | 'late-fees' | 'reminders' | 'statements' | 'digest' | 'verify';

/** How far a run has come. What fails is queued again, later; `dead`: given up until somebody retries it. */
export type JobState = 'queued' | 'running' | 'done' | 'dead';
