'use server';
import { portalAction } from '@/app/_actions/portal-action';
import { promiseToPay } from '@/db/commands/promise-to-pay';
import { formatDay, formatMoney } from '@/lib/format';
import { promiseInput, toPromise } from './input';

/** Promises a day. */
export const promise = portalAction({
  verb: 'portal_promise_form',
  input: promiseInput,
  run: async (tx, actor, input) => {
    const promised = toPromise(input, actor.org.timeZone);
    await promiseToPay(tx, actor, promised);
    const { amountMinor, currency, promisedFor } = promised;
    return {
      message: `Thank you. ${actor.org.name} knows that you pay ${formatMoney(amountMinor, currency)} by ${formatDay(promisedFor)}.`,
    };
  },
});
