'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { mergeCustomer as merge } from '@/db/commands/merge-customer';
import { undoMerge as undo } from '@/db/commands/undo-merge';
import { todayIn } from '@/lib/domain/dates';
import { formatCount } from '@/lib/format';

const stale = ['/', '/aging', '/customers', '/invoices', '/payments', '/worklist'];

/** Makes a customer one with another. */
export const mergeCustomer = formAction({
  may: 'books:write',
  verb: 'customer_merged_form',
  input: z.object({ customerId: z.uuid(), intoId: z.uuid('Choose the customer that goes on.') }),
  run: async (tx, actor, input) => {
    const { movedCount } = await merge(tx, actor, { ...input, on: todayIn(actor.org.timeZone) });
    return {
      id: input.intoId,
      message: `Merged. ${movedCount === 0 ? 'Nothing was open.' : `${formatCount(movedCount, 'open item')} moved.`}`,
    };
  },
  stale,
});

/** Takes a merge back. */
export const undoMerge = formAction({
  may: 'books:write',
  verb: 'customer_merge_undone_form',
  input: z.object({ customerId: z.uuid() }),
  run: async (tx, actor, { customerId }) => {
    await undo(tx, actor, { customerId, on: todayIn(actor.org.timeZone) });
    return { message: 'The merge is undone. What was moved is open here again.' };
  },
  stale,
});
