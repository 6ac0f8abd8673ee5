import type { Chance } from './cash-sum';
import type { ClaimedDebit } from './claimed';
import type { DayNumber } from './delays';
import type { PaidBy } from './distribution';
import { type Standpoint, weeklyOutlook } from './outlook';

/** What is asked: weeks from the day after `today`. */
export interface Horizon extends Standpoint {
  readonly weeks: number;
}

/** Debits of a customer due on one day, which are paid together: their amount, and what is expected of it when. */
export interface Block {
  amount: number;
  /** By week, then later, then never. */
  readonly expected: number[];
}

/** The week that a day to come lies in, from 0; `weeks` for all that is later. A day that has passed is the first. */
export function weekOf(day: DayNumber, { today, weeks }: Pick<Horizon, 'today' | 'weeks'>): number {
  return Math.min(weeks, Math.max(0, Math.floor((day - today - 1) / 7)));
}

/**
 * What of debits that are not contested is expected when, by block. Promised parts come on their day. Debits of a customer due on
 * one day are one block when they follow each other.
 */
export function weeklyBlocks(debits: readonly ClaimedDebit[], paidBy: PaidBy, horizon: Horizon): Block[] {
  const blocks: Block[] = [];
  let last: { debit: ClaimedDebit; block: Block } | null = null;
  for (const debit of debits) {
    for (const { amountMinor, on } of debit.promised) {
      const expected = nothing(horizon);
      expected[weekOf(on, horizon)] = amountMinor;
      blocks.push({ amount: amountMinor, expected });
    }
    if (debit.freeMinor <= 0) continue;
    const expected = weeklyOutlook(paidBy, debit, horizon);
    for (let i = 0; i < expected.length; i += 1) expected[i] = (expected[i] ?? 0) * debit.freeMinor;
    if (last?.debit.customerId === debit.customerId && last.debit.dueOn === debit.dueOn) {
      last.block.amount += debit.freeMinor;
      addTo(last.block.expected, expected);
    } else {
      last = { debit, block: { amount: debit.freeMinor, expected } };
      blocks.push(last.block);
    }
  }
  return blocks;
}

/** What blocks are expected to pay: by week, then later, then never. */
export function expectedOf(blocks: readonly Block[], horizon: Horizon): number[] {
  const expected = nothing(horizon);
  for (const block of blocks) addTo(expected, block.expected);
  return expected;
}

/** What a block pays from week `from` up to, not including, week `to`. */
export function chanceOf(
  { amount, expected }: Block,
  { from, to }: { readonly from: number; readonly to: number },
): Chance {
  let sum = 0;
  for (let week = from; week < to; week += 1) sum += expected[week] ?? 0;
  return { amount, probability: Math.min(1, sum / amount) };
}

function nothing({ weeks }: Horizon): number[] {
  return Array.from({ length: weeks + 2 }, () => 0);
}

function addTo(sum: number[], parts: readonly number[]): void {
  for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (parts[i] ?? 0);
}
