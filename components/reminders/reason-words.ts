import type { NotReminded } from '@/db/queries/reminder-dry-run';
import type { ReminderStage } from '@/lib/mail/params';

/** Why nobody is reminded, as a sentence's end: "Not sent: it is disputed". */
export const REASON_WORDS: Readonly<Record<NotReminded['reason'], string>> = {
  disputed: 'it is disputed',
  promised: 'payment is promised',
  held: 'reminders are on hold',
  no_step: 'its next step has not come, or it had them all',
  below_minimum: 'below the smallest amount of the policy',
  attempts_used: 'had as many reminders as the policy allows',
  quiet: 'reminded a few days ago',
  waits_to_be_sent: 'an earlier reminder waits to be sent',
  no_address: 'no e-mail address',
  bounced: 'mail to the address came back',
  told_today: 'got a message today',
  nothing_late: 'nothing is late',
  not_late: 'it is not late, or was settled',
};

/** How urgent a reminder is, in words. */
export const STAGE_WORDS: Readonly<Record<ReminderStage, string>> = {
  before: 'Before it is due',
  first: 'First reminder',
  again: 'Further reminder',
  last: 'Last reminder',
};
