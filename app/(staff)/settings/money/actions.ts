'use server';
import { formAction } from '@/app/_actions/form-action';
import { updateOrganization } from '@/db/commands/update-organization';
import { parseDayText } from '@/lib/day-text';
import { todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { savedWords } from '../saved-words';
import { lockInput, moneyInput, toMoneyRules } from './input';

/** Saves what is let go of by itself and how much may be written off. */
export const saveMoneyRules = formAction({
  may: 'organization:manage',
  verb: 'money_rules_form',
  input: moneyInput,
  run: async (tx, actor, input) =>
    savedWords(await updateOrganization(tx, actor, toMoneyRules(input, actor.org.currency))),
  stale: ['/settings/money'],
});

/** Closes the books up to a day, or opens days again. */
export const moveLock = formAction({
  may: 'organization:manage',
  verb: 'lock_date_form',
  input: lockInput,
  run: async (tx, actor, { lockedOn: typed }) => {
    const lockedOn = typed === '' ? null : parseDayText(typed, todayIn(actor.org.timeZone));
    if (typed !== '' && lockedOn === null)
      throw new Refusal(
        'invalid',
        `“${typed}” is not a day. Write it like 31 Oct 2026, or leave it empty.`,
        'lockedOn',
      );
    const { changed } = await updateOrganization(tx, actor, { lockedOn });
    if (changed.length === 0) return { message: 'The lock date stays where it was.' };
    return {
      message: lockedOn ? `The books are closed up to ${formatDay(lockedOn)}.` : 'Every day is open.',
    };
  },
  stale: ['/', '/settings/money'],
});
