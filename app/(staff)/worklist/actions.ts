'use server';
import { formAction } from '@/app/_actions/form-action';
import { assignDispute as giveDispute } from '@/db/commands/assign-dispute';
import { cancelPromise as cancel } from '@/db/commands/cancel-promise';
import { endSnooze as end } from '@/db/commands/end-snooze';
import { logCall as log } from '@/db/commands/log-call';
import { resolveDispute as resolve } from '@/db/commands/resolve-dispute';
import { snoozeCustomer } from '@/db/commands/snooze-customer';
import { updateCustomer } from '@/db/commands/update-customer';
import { withdrawCall } from '@/db/commands/withdraw-call';
import { OUTCOME_WORDS } from '@/lib/call-words';
import { todayIn } from '@/lib/domain/dates';
import { formatDay } from '@/lib/format';
import {
  assignCustomerInput,
  assignDisputeInput,
  cancelPromiseInput,
  dayOf,
  endSnoozeInput,
  logCallInput,
  resolveDisputeInput,
  snoozeInput,
  toLogCall,
  undoCallInput,
} from './input';

const may = 'books:write';
const stale = ['/', '/worklist', '/customers', '/invoices'];

/** Notes a call with what came of it; `id` of the answer names all that was noted, for its undo. */
export const logCall = formAction({
  may,
  verb: 'call_form',
  input: logCallInput,
  run: async (tx, actor, input) => {
    const call = toLogCall(input, todayIn(actor.org.timeZone));
    const { callId, promiseId, disputeId } = await log(tx, actor, call);
    return {
      id: [callId, promiseId ?? '', disputeId ?? ''].join(','),
      message: `Noted the call: ${OUTCOME_WORDS[call.outcome]}.`,
    };
  },
  stale,
});

/** Takes a call back that was just noted, with its promise and its dispute. */
export const undoCall = formAction({
  may,
  verb: 'call_undone_form',
  input: undoCallInput,
  run: async (tx, actor, { noted: [callId, promiseId, disputeId] }) => {
    await withdrawCall(tx, actor, { callId });
    if (promiseId) await cancel(tx, actor, { promiseId });
    if (disputeId) await resolve(tx, actor, { disputeId, resolution: 'Noted by mistake' });
    return { message: 'Taken back. The customer is on the list again.' };
  },
  stale,
});

/** Leaves a customer out of the worklist until a day; `id` of the answer names the snooze. */
export const snooze = formAction({
  may,
  verb: 'snooze_form',
  input: snoozeInput,
  run: async (tx, actor, { customerId, reason, ...input }) => {
    const snoozedOn = todayIn(actor.org.timeZone);
    const until = dayOf(input.until, snoozedOn, 'until');
    const { snoozeId } = await snoozeCustomer(tx, actor, {
      customerId,
      snoozedOn,
      until,
      ...(reason ? { reason } : {}),
    });
    return { id: snoozeId, message: `Back on the list on ${formatDay(until, { today: snoozedOn })}.` };
  },
  stale,
});

/** Puts a customer back on the list. */
export const endSnooze = formAction({
  may,
  verb: 'snooze_ended_form',
  input: endSnoozeInput,
  run: async (tx, actor, input) => {
    await end(tx, actor, input);
    return { message: 'Back on the list.' };
  },
  stale,
});

/** Gives a customer to somebody. */
export const assignCustomer = formAction({
  may,
  verb: 'customer_assigned_form',
  input: assignCustomerInput,
  run: async (tx, actor, { customerId, owner }) => {
    await updateCustomer(tx, actor, { customerId, owner: owner || null });
    return { message: owner ? `${owner} looks after them now.` : 'Nobody looks after them now.' };
  },
  stale,
});

/** Gives a dispute to somebody. */
export const assignDispute = formAction({
  may,
  verb: 'dispute_assigned_form',
  input: assignDisputeInput,
  run: async (tx, actor, { disputeId, owner }) => {
    await giveDispute(tx, actor, { disputeId, owner: owner || null });
    return { message: owner ? `${owner} is to settle it.` : 'Nobody is to settle it.' };
  },
  stale,
});

/** Ends a dispute with what was agreed. */
export const resolveDispute = formAction({
  may,
  verb: 'dispute_resolved_form',
  input: resolveDisputeInput,
  run: async (tx, actor, input) => {
    await resolve(tx, actor, input);
    return { message: 'Resolved. What is open of it is owed again.' };
  },
  stale,
});

/** Takes a promise back. */
export const cancelPromise = formAction({
  may,
  verb: 'promise_cancelled_form',
  input: cancelPromiseInput,
  run: async (tx, actor, input) => {
    await cancel(tx, actor, input);
    return { message: 'The promise is taken back.' };
  },
  stale,
});
