'use server';
import { formAction } from '@/app/_actions/form-action';
import { setReminderPolicy } from '@/db/commands/set-reminder-policy';
import { reminderPolicy } from '@/db/queries/reminder-policy';
import { policyInput, toPolicy } from './input';

/** Saves when customers are reminded. */
export const savePolicy = formAction({
  may: 'organization:manage',
  verb: 'reminder_policy_form',
  input: policyInput,
  run: async (tx, actor, input) => {
    await setReminderPolicy(tx, actor, toPolicy(input, actor.org.currency, await reminderPolicy(tx)));
    return { message: 'Saved. What was sent stays sent.' };
  },
  stale: ['/settings/reminders', '/reminders'],
});
