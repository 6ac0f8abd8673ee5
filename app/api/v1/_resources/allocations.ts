import { z } from 'zod';
import type { Match } from '@/db/commands/allocate';
import { applyCredit } from '@/db/commands/apply-credit';
import { moveAllocation as move } from '@/db/commands/move-allocation';
import { undoAllocation as undo } from '@/db/commands/undo-allocations';
import { allocationCurrency, itemsOf, type MatchItem } from '@/db/queries/items-of';
import { drawFrom } from '@/lib/domain/allocation';
import type { PlainDate } from '@/lib/domain/dates';
import { type Minor, toMinor } from '@/lib/domain/money';
import { money } from '@/lib/exact-json';
import { Refusal } from '@/lib/refusal';
import { Amount, Currency, Day, Money, readAmount, readId } from '../_api/fields';
import { writing } from '../_api/operation';

/** Applies credit to an invoice. */
export const createAllocation = writing({
  id: 'createAllocation',
  path: '/allocations',
  summary: 'Applies money on an account (a payment or credit memo) to an invoice of the same customer.',
  may: 'books:write',
  status: 201,
  body: z.strictObject({
    debit_id: z.uuid().meta({ description: 'An invoice, or one of its instalments.' }),
    credit_id: z.uuid().meta({ description: 'A payment or credit memo, or its open item.' }),
    amount: Amount,
    effective_on: Day.optional().meta({ description: 'The later of the two days unless given.' }),
  }),
  answer: z.object({
    allocation_ids: z.array(z.uuid()).meta({ description: 'One per instalment that was settled.' }),
    debit_id: z.uuid(),
    credit_id: z.uuid(),
    currency: Currency,
    amount: Money,
  }),
  run: async ({ tx, actor }, body) => {
    const { debit_id, credit_id, effective_on } = body;
    const debits = await itemsOf(tx, debit_id);
    const credits = await itemsOf(tx, credit_id);
    const [debit] = debits;
    if (!debit) throw new Refusal('not_found', 'That invoice does not exist.', 'debitId');
    if (credits.length === 0) throw new Refusal('not_found', 'That credit does not exist.', 'creditId');
    const amountMinor = readAmount(body.amount, debit.currency, 'amount');
    const matches = matchesOf(debits, credits, { amountMinor, effectiveOn: effective_on });
    const { allocationIds } = await applyCredit(tx, actor, matches);
    const { currency } = debit;
    return {
      body: {
        allocation_ids: allocationIds,
        debit_id,
        credit_id,
        currency,
        amount: money(amountMinor, currency),
      },
    };
  },
});

/** Takes an application back. */
export const undoAllocation = writing({
  id: 'undoAllocation',
  path: '/allocations/{id}/undo',
  summary: 'Takes an application of money back, or a part of it: the invoice and the money are open again.',
  may: 'books:write',
  body: z.strictObject({
    amount: Amount.optional().meta({ description: 'All of it unless given.' }),
    on: Day.optional().meta({ description: 'The day of the application itself unless given.' }),
  }),
  answer: z.object({ allocation_id: z.uuid() }),
  run: async ({ tx, actor }, { on, amount }, { id }) => {
    const allocationId = readId(id);
    const currency = await allocationCurrency(tx, allocationId);
    await undo(tx, actor, {
      allocationId,
      ...(on ? { on } : {}),
      ...(amount === undefined ? {} : { amountMinor: readAmount(amount, currency, 'amount') }),
    });
    return { body: { allocation_id: allocationId } };
  },
});

/** Gives applied money to other invoices. */
export const moveAllocation = writing({
  id: 'moveAllocation',
  path: '/allocations/{id}/move',
  summary: 'Takes an application of money, or a part of it, from one invoice and gives it to others at once.',
  may: 'books:write',
  body: z.strictObject({
    to: z
      .array(z.strictObject({ debit_id: z.uuid(), amount: Amount }))
      .min(1)
      .max(500)
      .meta({
        description: 'Invoices or instalments of the same account; together no more than was applied.',
      }),
    on: Day.optional().meta({ description: 'The day of the application itself unless given.' }),
  }),
  answer: z.object({ allocation_id: z.uuid(), allocation_ids: z.array(z.uuid()) }),
  run: async ({ tx, actor }, { to, on }, { id }) => {
    const allocationId = readId(id);
    const currency = await allocationCurrency(tx, allocationId);
    const parts = to.map(({ debit_id, amount }, i) => ({
      debitId: debit_id,
      amountMinor: readAmount(amount, currency, `to.${i}.amount`),
    }));
    const { allocationIds } = await move(tx, actor, { allocationId, to: parts, ...(on ? { on } : {}) });
    return { body: { allocation_id: allocationId, allocation_ids: allocationIds } };
  },
});

/** Shares an amount out over instalments, oldest due first. What does not fit is left to the last, to be refused in words. */
function matchesOf(
  debits: readonly MatchItem[],
  credits: readonly MatchItem[],
  { amountMinor, effectiveOn }: { readonly amountMinor: Minor; readonly effectiveOn: PlainDate | undefined },
): Match[] {
  const day = effectiveOn ? { effectiveOn } : {};
  const [debit] = debits;
  const [credit] = credits;
  if (!debit || !credit) return [];
  const whole = [{ debitItemId: debit.itemId, creditItemId: credit.itemId, amountMinor, ...day }];
  const parts = shares(debits, amountMinor);
  const sources = credits.map((each) => ({
    creditItemId: each.itemId,
    leftMinor: toMinor(Math.max(0, -each.openMinor)),
  }));
  const { draws, missingMinor } = drawFrom(sources, parts);
  const given = draws.reduce((sum, draw) => sum + draw.amountMinor, 0);
  return missingMinor > 0 || given !== amountMinor || draws.length === 0
    ? whole
    : draws.map((draw) => ({ ...draw, ...day }));
}

function shares(debits: readonly MatchItem[], amountMinor: Minor) {
  let left: number = amountMinor;
  return debits.map(({ itemId, openMinor }) => {
    const share = Math.max(0, Math.min(left, openMinor));
    left -= share;
    return { itemId, amountMinor: toMinor(share) };
  });
}
