import type { Habits } from './habits';

/** Before anything is known one invoice in two hundred is thought to be lost; that many settled ones outweigh it. */
const SETTLED_BEFORE = 200;
const LOST_BEFORE = 1;

/** How many invoices were paid and written off so far. */
export type SettledSoFar = Pick<Habits, 'paid' | 'lost'>;

/** The part of all invoices that is never paid: written off, of all that were paid or written off. Above 0, below 1. */
export function lossRate({ paid, lost }: SettledSoFar): number {
  return (Math.max(0, lost) + LOST_BEFORE) / (Math.max(0, paid) + Math.max(0, lost) + SETTLED_BEFORE);
}

/**
 * The probability that what is still unpaid never will be, where `unpaid` is the probability that a payer takes longer: an
 * invoice is either lost from the start or paid by habit, and waiting longer than habit speaks for the first. Few payments are no
 * habit: of n of them, that none took so long makes it no rarer than one in (n + 1) squared.
 */
export function lossAfter(settled: SettledSoFar, unpaid: number): number {
  const rate = lossRate(settled);
  const atLeast = 1 / (1 + Math.max(0, settled.paid)) ** 2;
  return rate / (rate + (1 - rate) * Math.max(unpaid, atLeast));
}
