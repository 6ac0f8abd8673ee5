'use server';
import { portalAction } from '@/app/_actions/portal-action';
import { announcePayment } from '@/db/commands/announce-payment';
import { withdrawPayment } from '@/db/commands/withdraw-payment';
import { announceInput, sentDay, withdrawInput } from './input';

/** "I have paid": the transfer is on its way. */
export const announce = portalAction({
  verb: 'portal_announce_form',
  input: announceInput,
  run: async (tx, actor, { intentId, sentOn }) => {
    await announcePayment(tx, actor, { intentId, sentOn: sentDay(sentOn, actor.org.timeZone) });
    return { message: `Thank you. ${actor.org.name} confirms it once the money is there.` };
  },
});

/** "I do not pay this way after all". */
export const withdraw = portalAction({
  verb: 'portal_withdraw_form',
  input: withdrawInput,
  run: async (tx, actor, { intentId }) => {
    await withdrawPayment(tx, actor, { intentId });
    return { message: 'Given up. Nothing was paid.' };
  },
});
