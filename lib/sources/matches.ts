import { type Minor, toMinor, ZERO } from '../domain/money';
import type { FactPart, PaperFact, PaymentFact } from './facts';

/** A credit memo or a payment, by its name there. */
export interface Giver {
  readonly id: string;
  readonly fact: PaperFact | PaymentFact;
}

/** "So much of this credit settles so much of that invoice"; no earlier than `on`, where that is said. */
export interface PaperMatch {
  readonly creditObject: 'credit_memo' | 'payment';
  readonly creditId: string;
  readonly invoiceId: string;
  readonly amountMinor: Minor;
  readonly on: FactPart['on'];
}

/**
 * What credits settle by what the books say. A payment that uses credit memos passes them on to the invoices that it pays; the credit
 * memo may say the same itself, which is then the same once and not twice.
 */
export function matchesOf(givers: readonly Giver[]): PaperMatch[] {
  const matches = new Map<string, PaperMatch>();
  const add = (match: PaperMatch) => {
    if (match.amountMinor <= 0) return;
    const key = `${match.creditObject} ${match.creditId} ${match.invoiceId}`;
    const before = matches.get(key)?.amountMinor ?? ZERO;
    matches.set(key, { ...match, amountMinor: toMinor(before + match.amountMinor) });
  };
  for (const giver of givers) if (giver.fact.object === 'payment') passOn(giver.id, giver.fact.parts, add);
  for (const { id, fact } of givers) {
    if (fact.object !== 'credit_memo') continue;
    for (const { id: invoiceId, amountMinor, on } of fact.parts) {
      const key = `credit_memo ${id} ${invoiceId}`;
      const passed = matches.get(key)?.amountMinor ?? ZERO;
      if (amountMinor > passed)
        matches.set(key, { creditObject: 'credit_memo', creditId: id, invoiceId, amountMinor, on });
    }
  }
  return [...matches.values()];
}

/** Gives the credit memos that a payment uses to its invoices, in order, and the money for the rest. */
function passOn(paymentId: string, parts: readonly FactPart[], add: (match: PaperMatch) => void): void {
  const credits = parts
    .filter(({ object }) => object === 'credit_memo')
    .map((part) => ({ ...part, left: part.amountMinor as number }));
  for (const { object, id: invoiceId, amountMinor, on } of parts) {
    if (object !== 'invoice') continue;
    let wanted: number = amountMinor;
    for (const credit of credits) {
      const amount = Math.min(wanted, credit.left);
      credit.left -= amount;
      wanted -= amount;
      add({ creditObject: 'credit_memo', creditId: credit.id, invoiceId, amountMinor: toMinor(amount), on });
    }
    add({ creditObject: 'payment', creditId: paymentId, invoiceId, amountMinor: toMinor(wanted), on });
  }
}

/**
 * Money that came with an invoice and of which there is no payment: what it says is settled, less what is known to settle it and what
 * payments claim that are not booked. Zero when it does not say what is open.
 */
export function depositOf(
  { totalMinor, openMinor, payments }: PaperFact,
  settledMinor: Minor,
  isBooked: (paymentId: string) => boolean,
): Minor {
  if (openMinor === null) return ZERO;
  const claimed = payments.reduce((sum, { id, amountMinor }) => (isBooked(id) ? sum : sum + amountMinor), 0);
  return toMinor(Math.max(0, totalMinor - openMinor - settledMinor - claimed));
}
