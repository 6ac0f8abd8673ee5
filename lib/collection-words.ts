import { textOf } from './activity-fields';
import {
  type ActivityDeed,
  because,
  comma,
  count,
  customer,
  dayIn,
  document,
  forDocument,
  type Word,
} from './activity-phrases';

/** What is done about customers who do not pay, in words. */
export const COLLECTION_WORDS: Readonly<Record<string, (deed: ActivityDeed) => Word[]>> = {
  promise_recorded: (deed) => [
    'noted a promise',
    ...customer(' of ', deed),
    comma(deed.after),
    dayIn(deed.after, 'promisedFor', ' by '),
    ...forDocument(deed),
  ],
  promise_cancelled: (deed) => ['took back a promise', ...customer(' of ', deed), comma(deed.before)],
  dispute_opened: (deed) => [
    'noted a dispute of ',
    document(deed),
    comma(deed.after),
    ...customer(' by ', deed),
    because(deed.after, 'reason'),
  ],
  dispute_resolved: (deed) => [
    'resolved the dispute of ',
    document(deed),
    comma(deed.before),
    ...customer(' by ', deed),
    because(deed.after, 'resolution'),
  ],
  note_written: (deed) => [
    'wrote a note',
    ...customer(' on ', deed),
    ...forDocument(deed),
    because(deed.after, 'text'),
  ],
  hold_placed: (deed) => [
    `held ${held(deed.after)}`,
    ...customer(' of ', deed),
    ...forDocument(deed),
    because(deed.after, 'reason'),
  ],
  hold_released: (deed) => [
    `released the hold on ${held(deed.before)}`,
    ...customer(' of ', deed),
    ...forDocument(deed),
  ],
  reminder_written: (deed) => ['reminded ', ...customer('', deed), comma(deed.after)],
  reminder_sent: (deed) => [
    `sent the reminder${dayIn(deed.before, 'date', ' of ')}`,
    ...customer(' to ', deed),
  ],
  reminder_withdrawn: (deed) => [
    `took back the reminder${dayIn(deed.before, 'date', ' of ')}`,
    ...customer(' to ', deed),
    because(deed.after, 'reason'),
  ],
  reminder_charged: (deed) => [
    'billed ',
    document(deed),
    comma(deed.after),
    ...customer(' to ', deed),
    dayIn(deed.before, 'date', ' for the reminder of '),
  ],
  reminders_run: ({ after }) => [
    `ran the reminders${dayIn(after, 'runOn', ' of ')}`,
    count(after, 'reminders', ': $', 'reminder'),
  ],
  reminder_policy_changed: () => ['changed when customers are reminded'],
};

function held(facts: unknown): string {
  return textOf(facts, 'kind') === 'credit' ? 'further credit' : 'the reminders';
}
