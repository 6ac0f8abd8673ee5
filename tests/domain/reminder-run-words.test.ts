import { expect, test } from 'vitest';
import { reminderRunWords } from '@/lib/reminder-run-words';

test('reminders go by themselves only when the policy says so and the run has an hour', () => {
  expect(reminderRunWords(9, false)).toBe('Reminders go by themselves on business days at 09:00.');
  for (const words of [
    reminderRunWords(null, false),
    reminderRunWords(null, true),
    reminderRunWords(9, true),
  ])
    expect(words).toMatch(/^No reminder goes by itself: /);
});
