import { textOf } from './activity-fields';
import { type ActivityDeed, because, customer, dayIn, document, type Word } from './activity-phrases';
import { CALL_OUTCOMES, type CallOutcome } from './domain/call-outcome';

/** How a call went, after a name or on its own: "promised to pay". */
export const OUTCOME_WORDS: Readonly<Record<CallOutcome, string>> = {
  promised: 'promised to pay',
  disputed: 'contests an invoice',
  says_paid: 'says it is paid',
  left_message: 'left a message',
  no_answer: 'no answer',
  spoke: 'spoke',
};

/** What is done on the worklist, in words. */
export const CALL_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  call_logged: (deed) => [
    'called',
    ...whom(deed),
    `: ${outcomeOf(deed.after)}`,
    because(deed.after, 'note').replace(/^: /u, '. '),
  ],
  call_withdrawn: (deed) => ['took back a call', ...customer(' to ', deed)],
  customer_snoozed: (deed) => [
    'left ',
    ...(deed.customer === null ? ['this customer'] : customer('', deed)),
    ` alone${dayIn(deed.after, 'until', ' until ')}`,
    because(deed.after, 'reason'),
  ],
  snooze_ended: (deed) => [
    'put ',
    ...(deed.customer === null ? ['this customer'] : customer('', deed)),
    ' back on the worklist',
  ],
  dispute_assigned: (deed) => [
    'gave the dispute of ',
    document(deed),
    ...customer(' by ', deed),
    ` to ${textOf(deed.after, 'owner') ?? 'nobody'}`,
  ],
};

function whom(deed: ActivityDeed): Word[] {
  const name = textOf(deed.after, 'contactName');
  if (name === null) return customer(' ', deed);
  return [` ${name}`, ...customer(' of ', deed)];
}

function outcomeOf(facts: unknown): string {
  const outcome = CALL_OUTCOMES.find((each) => each === textOf(facts, 'outcome')) ?? 'spoke';
  return OUTCOME_WORDS[outcome];
}
