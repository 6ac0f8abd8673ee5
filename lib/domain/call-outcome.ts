/** How a call can go. */
export const CALL_OUTCOMES = [
  'promised',
  'disputed',
  'says_paid',
  'left_message',
  'no_answer',
  'spoke',
] as const;

/** How a call went. */
export type CallOutcome = (typeof CALL_OUTCOMES)[number];
