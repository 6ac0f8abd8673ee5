'use server';
import { formAction } from '@/app/_actions/form-action';
import { createRecurringInvoice } from '@/db/commands/create-recurring-invoice';
import { endRecurringInvoice } from '@/db/commands/end-recurring-invoice';
import { pauseRecurringInvoice } from '@/db/commands/pause-recurring-invoice';
import { resumeRecurringInvoice } from '@/db/commands/resume-recurring-invoice';
import { updateRecurringInvoice } from '@/db/commands/update-recurring-invoice';
import { recurringById } from '@/db/queries/recurring-invoices';
import { todayIn } from '@/lib/domain/dates';
import { formatCount, formatDay } from '@/lib/format';
import { Refusal } from '@/lib/refusal';
import { toDay } from '../invoices/input';
import {
  createRecurringInput,
  recurringDayInput,
  resumeRecurringInput,
  toCreateRecurring,
  toUpdateRecurring,
  updateRecurringInput,
} from './input';

const stale = ['/recurring'];

/** Begins an invoice that repeats; `id` of the answer names it. */
export const createRecurring = formAction({
  may: 'books:write',
  verb: 'recurring_form',
  input: createRecurringInput,
  run: async (tx, actor, input) => {
    const recurring = toCreateRecurring(input, actor.org.timeZone);
    const { recurringId } = await createRecurringInvoice(tx, actor, recurring);
    return { id: recurringId, message: `It repeats from ${formatDay(recurring.startsOn)} on.` };
  },
  stale,
});

/** Changes what it bills from its next day on, and when. */
export const updateRecurring = formAction({
  may: 'books:write',
  verb: 'recurring_updated_form',
  input: updateRecurringInput,
  run: async (tx, actor, input) => {
    const recurring = toUpdateRecurring(input, actor.org.timeZone);
    await updateRecurringInvoice(tx, actor, recurring);
    return {
      id: recurring.recurringId,
      message: `Saved. It bills next on ${formatDay(recurring.nextOn)}; what it billed stays.`,
    };
  },
  stale,
});

/** Pauses it from a day on. */
export const pauseRecurring = formAction({
  may: 'books:write',
  verb: 'recurring_paused_form',
  input: recurringDayInput,
  run: async (tx, actor, { recurringId, on }) => {
    const day = toDay(on, todayIn(actor.org.timeZone), 'on');
    await pauseRecurringInvoice(tx, actor, { recurringId, on: day });
    return { id: recurringId, message: `Paused from ${formatDay(day)} on.` };
  },
  stale,
});

/** Lets it run again: what the pause kept back is billed with the next run, or never. */
export const resumeRecurring = formAction({
  may: 'books:write',
  verb: 'recurring_resumed_form',
  input: resumeRecurringInput,
  run: async (tx, actor, { recurringId, missed }) => {
    const recurring = await recurringById(tx, recurringId);
    if (!recurring) throw new Refusal('not_found', 'That recurring invoice does not exist.');
    const today = todayIn(actor.org.timeZone);
    const on = missed === 'bill' ? (recurring.pausedOn ?? today) : today;
    const { passedOver } = await resumeRecurringInvoice(tx, actor, { recurringId, on });
    const skipped = passedOver > 0 ? ` ${formatCount(passedOver, 'date')} passed over.` : '';
    return { id: recurringId, message: `It runs again.${skipped}` };
  },
  stale,
});

/** Ends it: the day is the last for which it may bill. */
export const endRecurring = formAction({
  may: 'books:write',
  verb: 'recurring_ended_form',
  input: recurringDayInput,
  run: async (tx, actor, { recurringId, on }) => {
    const day = toDay(on, todayIn(actor.org.timeZone), 'on');
    await endRecurringInvoice(tx, actor, { recurringId, on: day });
    return { id: recurringId, message: `Its last day is ${formatDay(day)}. What it billed stays.` };
  },
  stale,
});
