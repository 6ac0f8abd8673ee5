import { formatHour } from './format';

/**
 * When reminders go and who sends them, in a sentence that every page says alike: `at` is the hour of the daily run, null for none;
 * `isByHand` whether the policy leaves each of them to somebody.
 */
export function reminderRunWords(at: number | null, isByHand: boolean): string {
  if (isByHand) return 'No reminder goes by itself: the policy leaves each of them to somebody.';
  if (at === null) return 'No reminder goes by itself: the daily run has no hour.';
  return `Reminders go by themselves on business days at ${formatHour(at)}.`;
}
