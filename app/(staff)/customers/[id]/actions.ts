'use server';
import { formAction } from '@/app/_actions/form-action';
import { placeHold as place } from '@/db/commands/place-hold';
import { recordPromise as promise } from '@/db/commands/record-promise';
import { releaseHold as release } from '@/db/commands/release-hold';
import { todayIn } from '@/lib/domain/dates';
import { formatDay, formatMoney } from '@/lib/format';
import { typedMoney } from '@/lib/typed-money';
import { holdInput, promiseInput, releaseInput } from './input';

const stale = ['/customers', '/dashboard', '/explore', '/'];

/** Notes a promise to pay. */
export const recordPromise = formAction({
  may: 'books:write',
  verb: 'customer_promise_form',
  input: promiseInput,
  run: async (tx, actor, { customerId, invoiceId, currency, amount, promisedFor, note }) => {
    const amountMinor = typedMoney(amount, currency, 'amount');
    const today = todayIn(actor.org.timeZone);
    const { promiseId } = await promise(tx, actor, {
      customerId,
      ...(invoiceId ? { documentId: invoiceId } : {}),
      currency,
      amountMinor,
      promisedFor,
      promisedOn: today,
      ...(note ? { note } : {}),
    });
    const words = `${formatMoney(amountMinor, currency)} by ${formatDay(promisedFor, { today })}`;
    return { id: promiseId, message: `Noted: ${words}. Reminders wait until then.` };
  },
  stale,
});

/** Stops further credit, or reminders. */
export const placeHold = formAction({
  may: 'books:write',
  verb: 'hold_form',
  input: holdInput,
  run: async (tx, actor, input) => {
    const { holdId } = await place(tx, actor, { ...input, placedOn: todayIn(actor.org.timeZone) });
    return {
      id: holdId,
      message:
        input.kind === 'credit'
          ? 'Credit is on hold. An invoice needs a reason until it is released.'
          : 'Reminders are on hold.',
    };
  },
  stale,
});

/** Ends a hold from today on. */
export const releaseHold = formAction({
  may: 'books:write',
  verb: 'hold_released_form',
  input: releaseInput,
  run: async (tx, actor, { holdId }) => {
    await release(tx, actor, { holdId, on: todayIn(actor.org.timeZone) });
    return { message: 'Released.' };
  },
  stale,
});
