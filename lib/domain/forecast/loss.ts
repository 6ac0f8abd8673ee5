import type { Habits } from './habits';

/** Before anything is known one invoice in two hundred is thought to be lost; that many settled ones outweigh it. */
const SETTLED_BEFORE = 200;
const LOST_BEFORE = 1;

/** The part of all invoices that is never paid: written off, of all that were paid or written off. Above 0, below 1. */
export function lossRate({ paid, lost }: Pick<Habits, 'paid' | 'lost'>): number {
  return (Math.max(0, lost) + LOST_BEFORE) / (Math.max(0, paid) + Math.max(0, lost) + SETTLED_BEFORE);
}

/**
 * The probability that what is still unpaid never will be, where `unpaid` is the probability that a payer takes longer: an
 * invoice is either lost from the start or paid by habit, and waiting longer than habit speaks for the first.
 */
export function lossAfter(rate: number, unpaid: number): number {
  return rate / (rate + (1 - rate) * unpaid);
}
