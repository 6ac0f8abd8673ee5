'use server';
import { formAction } from '@/app/_actions/form-action';
import { applyCredit as apply } from '@/db/commands/apply-credit';
import { reapplyAllocation } from '@/db/commands/reapply-allocation';
import { undoAllocation } from '@/db/commands/undo-allocations';
import { sumOf } from '@/lib/domain/money';
import { formatCount, formatMoney } from '@/lib/format';
import { applyCreditInput, undoAllocationsInput } from './input';

/** Applies credit on an account to open items; `id` of the answer names the applications, with commas between. */
export const applyCredit = formAction({
  may: 'books:write',
  verb: 'credit_form',
  input: applyCreditInput,
  run: async (tx, actor, { creditItemId, currency, parts }) => {
    const { allocationIds } = await apply(
      tx,
      actor,
      parts.map(({ itemId, amountMinor }) => ({ debitItemId: itemId, creditItemId, amountMinor })),
    );
    const applied = formatMoney(sumOf(parts.map((part) => part.amountMinor)), currency);
    return {
      id: allocationIds.join(','),
      message: `Applied ${applied} to ${formatCount(parts.length, 'invoice')}.`,
    };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});

/** Takes applications of money back: both sides are open again. */
export const undoAllocations = formAction({
  may: 'books:write',
  verb: 'allocations_undone_form',
  input: undoAllocationsInput,
  run: async (tx, actor, { allocationIds }) => {
    for (const allocationId of allocationIds) await undoAllocation(tx, actor, { allocationId });
    return { message: 'Taken back. The invoice and the money are open again.' };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});

/** Applies again what was just taken back. */
export const reapplyAllocations = formAction({
  may: 'books:write',
  verb: 'allocations_reapplied_form',
  input: undoAllocationsInput,
  run: async (tx, actor, { allocationIds }) => {
    for (const allocationId of allocationIds) await reapplyAllocation(tx, actor, { allocationId });
    return { message: 'Applied again.' };
  },
  stale: ['/', '/aging', '/customers', '/invoices', '/payments'],
});
