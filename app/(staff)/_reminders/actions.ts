'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { placeHold } from '@/db/commands/place-hold';
import { remindByHand } from '@/db/commands/remind-by-hand';
import { remindMany } from '@/db/commands/remind-many';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';
import { remindInput, remindManyInput } from './input';

const stale = ['/reminders', '/mails', '/customers/[id]', '/invoices/[id]', '/worklist'];

/** Reminds a customer; `id` of the answer is the mail, for its undo. */
export const remindAction = formAction({
  may: 'mail:manage',
  verb: 'remind_by_hand',
  input: remindInput,
  run: async (tx, actor, input) => {
    const on = todayIn(actor.org.timeZone);
    const { mailId, address } = await remindByHand(tx, actor, { ...input, on });
    return { id: mailId, message: `The reminder goes to ${address} in 30 seconds.` };
  },
  stale,
});

/** Reminds many customers; `id` of the answer are the mails, with commas, for their undo. */
export const remindManyAction = formAction({
  may: 'mail:manage',
  verb: 'remind_many',
  input: remindManyInput,
  run: async (tx, actor, input) => {
    const on = todayIn(actor.org.timeZone);
    const { mailIds, leftOut } = await remindMany(tx, actor, { ...input, on });
    const others = leftOut > 0 ? ` ${formatCount(leftOut, 'customer')} could not be reminded any more.` : '';
    return {
      id: mailIds.join(','),
      message: `${formatCount(mailIds.length, 'reminder')} ${mailIds.length === 1 ? 'goes' : 'go'} out in 30 seconds.${others}`,
    };
  },
  stale,
});

/** Never reminds of one invoice again, until the hold is released. */
export const neverRemindAction = formAction({
  may: 'books:write',
  verb: 'never_remind',
  input: z.object({ customerId: z.uuid(), documentId: z.uuid() }),
  run: async (tx, actor, input) => {
    const placedOn = todayIn(actor.org.timeZone);
    await placeHold(tx, actor, {
      ...input,
      kind: 'reminders',
      reason: 'No reminders for this one',
      placedOn,
    });
    return { message: 'No reminder names this invoice any more.' };
  },
  stale,
});
