'use server';
import { portalAction } from '@/app/_actions/portal-action';
import { openDispute } from '@/db/commands/open-dispute';
import { todayIn } from '@/lib/domain/dates';
import { route } from '@/lib/url';
import { contested, reasonOf, wrongInput } from './input';

/** Tells the business that something is wrong with an invoice. */
export const tellWrong = portalAction({
  verb: 'portal_dispute_form',
  input: wrongInput,
  run: async (tx, actor, input) => {
    const { documentId } = input;
    const amountMinor = contested(input);
    await openDispute(tx, actor, {
      documentId,
      reason: reasonOf(input),
      openedOn: todayIn(actor.org.timeZone),
      ...(amountMinor === undefined ? {} : { amountMinor }),
    });
    return { id: documentId, message: 'Told.' };
  },
  next: (_done, _actor, { documentId }) => route(`/portal/invoices/${documentId}?told=1`),
});
