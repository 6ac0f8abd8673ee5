'use server';
import { formAction } from '@/app/_actions/form-action';
import { creditInvoice } from '@/db/commands/credit-invoice';
import { moveAllocation } from '@/db/commands/move-allocation';
import { moveBack } from '@/db/commands/move-back';
import { postDiscount } from '@/db/commands/post-discount';
import { recoverWriteOff } from '@/db/commands/recover-write-off';
import { refundCredit } from '@/db/commands/refund-credit';
import { reverseDocument } from '@/db/commands/reverse-document';
import { undoRecovery } from '@/db/commands/undo-recovery';
import { writeOff as write } from '@/db/commands/write-off';
import { todayIn } from '@/lib/domain/dates';
import { formatMoney } from '@/lib/format';
import { typedMoney } from '@/lib/typed-money';
import {
  moveInput,
  readTyped,
  recoverInput,
  settleInput,
  undoMoveInput,
  undoRecoveryInput,
  undoSettlementInput,
} from './input';

const may = 'books:write';
const source = 'staff';
const stale = ['/', '/aging', '/customers', '/invoices', '/payments', '/worklist'];

/** Writes off what is open of an invoice, or a credit that nobody claims, within the limit; `id` of the answer names the document. */
export const writeOff = formAction({
  may,
  verb: 'write_off_form',
  input: settleInput,
  run: async (tx, actor, { documentId: id, reason, ...input }) => {
    const typed = readTyped(input, actor.org.timeZone);
    const { documentId, number } = await write(tx, actor, { id, reason, source, ...typed });
    return {
      id: documentId,
      message: `Wrote off ${formatMoney(typed.amountMinor, input.currency)} as ${number}.`,
    };
  },
  stale,
});

/** Credits an invoice; `id` of the answer names the credit memo. */
export const credit = formAction({
  may,
  verb: 'credit_memo_form',
  input: settleInput,
  run: async (tx, actor, { documentId: invoiceId, reason, ...input }) => {
    const typed = readTyped(input, actor.org.timeZone);
    const posted = await creditInvoice(tx, actor, { invoiceId, reason, source, ...typed });
    const money = (amount: typeof posted.unappliedMinor) => formatMoney(amount, input.currency);
    const rest = posted.unappliedMinor > 0 && `${money(posted.unappliedMinor)} of it stays on the account.`;
    return {
      id: posted.documentId,
      message: `Credited ${money(typed.amountMinor)} as ${posted.number}.`,
      ...(rest && { detail: rest }),
    };
  },
  stale,
});

/** Gives a discount on an invoice; `id` of the answer names it. */
export const discount = formAction({
  may,
  verb: 'discount_form',
  input: settleInput,
  run: async (tx, actor, { documentId: invoiceId, reason, ...input }) => {
    const typed = readTyped(input, actor.org.timeZone);
    const { documentId, number } = await postDiscount(tx, actor, { invoiceId, reason, source, ...typed });
    return {
      id: documentId,
      message: `Gave a discount of ${formatMoney(typed.amountMinor, input.currency)} as ${number}.`,
    };
  },
  stale,
});

/** Gives back money of a payment or credit memo that nothing took; `id` of the answer names the refund. */
export const refund = formAction({
  may,
  verb: 'refund_form',
  input: settleInput,
  run: async (tx, actor, { documentId: creditId, reason, ...input }) => {
    const { amountMinor, on: refundedOn } = readTyped(input, actor.org.timeZone);
    const [posted] = await refundCredit(tx, actor, {
      from: { creditId },
      amountMinor,
      refundedOn,
      reason,
      source,
    });
    if (!posted) throw new Error('a refund was not posted');
    return {
      id: posted.documentId,
      message: `Refunded ${formatMoney(amountMinor, input.currency)} as ${posted.number}.`,
    };
  },
  stale,
});

/** Takes a write-off back, or a part of it: what it settled is owed again; `id` of the answer is how much, for its undo. */
export const recover = formAction({
  may,
  verb: 'write_off_recovered_form',
  input: recoverInput,
  run: async (tx, actor, { documentId, ...input }) => {
    const typed = readTyped(input, actor.org.timeZone);
    const { rest } = await recoverWriteOff(tx, actor, { documentId, source, ...typed });
    const again =
      rest && `${formatMoney(rest.amountMinor, input.currency)} stays written off, as ${rest.number}.`;
    return {
      id: String(typed.amountMinor),
      message: `Recovered ${formatMoney(typed.amountMinor, input.currency)}. It is owed again.`,
      ...(again && { detail: again }),
    };
  },
  stale,
});

/** Writes off again what was just recovered. */
export const undoRecovered = formAction({
  may,
  verb: 'recovery_undone_form',
  input: undoRecoveryInput,
  run: async (tx, actor, input) => {
    const { number } = await undoRecovery(tx, actor, { ...input, on: todayIn(actor.org.timeZone) });
    return { message: `Written off again as ${number}.` };
  },
  stale,
});

/** Moves back what was just moved. */
export const undoMove = formAction({
  may,
  verb: 'move_undone_form',
  input: undoMoveInput,
  run: async (tx, actor, input) => {
    await moveBack(tx, actor, input);
    return { message: 'Moved back.' };
  },
  stale,
});

/** Takes back what one of the forms above just posted, by its reversal. */
export const undoSettlement = formAction({
  may,
  verb: 'settlement_undone_form',
  input: undoSettlementInput,
  run: async (tx, actor, input) => {
    const reason = 'Undone right after it was posted';
    const { number } = await reverseDocument(tx, actor, { ...input, reason, source });
    return { message: `Taken back by ${number}.` };
  },
  stale,
});

/** Moves applied money from one invoice to another; `id` of the answer names the applications, with commas between. */
export const move = formAction({
  may,
  verb: 'allocation_moved_form',
  input: moveInput,
  run: async (tx, actor, { allocationId, debitId, ...input }) => {
    const amountMinor = typedMoney(input.amount, input.currency, 'amount');
    const moved = await moveAllocation(tx, actor, { allocationId, to: [{ debitId, amountMinor }] });
    return {
      id: moved.allocationIds.join(','),
      message: `Moved ${formatMoney(amountMinor, input.currency)}.`,
    };
  },
  stale,
});
