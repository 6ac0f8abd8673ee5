/** What runs without a request, for each business by its own calendar. */
export const JOB_NAMES = [
  'recurring',
  'late-fees',
  'reminders',
  'statements',
  'digest',
  'verify',
  'sync',
] as const;

/** One of them. */
export type JobName = (typeof JOB_NAMES)[number];

/** How far a run has come. What fails is queued again, later; `dead`: given up until somebody retries it. */
export type JobState = 'queued' | 'running' | 'done' | 'dead';

/** What a job is called and what it does, in a sentence. */
export const JOB_WORDS: Readonly<Record<JobName, { readonly name: string; readonly does: string }>> = {
  recurring: { name: 'Recurring invoices', does: 'Posts the invoices that are due by their rhythm.' },
  'late-fees': { name: 'Late fees', does: 'Charges the late fee of invoices that have come to its day.' },
  reminders: { name: 'Reminders', does: 'Mails customers what is late, as the reminder policy says.' },
  statements: {
    name: 'Statements',
    does: 'Mails every customer with an open balance the statement of last month.',
  },
  digest: {
    name: 'Daily summary',
    does: 'Mails administrators how things stood at the end of the day before.',
  },
  verify: { name: 'Check of the books', does: 'Checks the books against every rule that always holds.' },
  sync: { name: 'Sync', does: 'Follows the books elsewhere: reads, checks, books and compares.' },
};
