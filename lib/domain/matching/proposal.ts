import type { PlainDate } from '../dates';
import type { Minor } from '../money';

/** How sure a proposal is. Only `exact` ones are booked unseen, together; `choose` ones need a person's choice. */
export type Confidence = 'exact' | 'likely' | 'choose';

/** By what the payer was known: learned account or name, the customer's own name, its name or code in the text, the beginning of its name. */
export type PayerSign = 'account' | 'alias' | 'name' | 'text' | 'code' | 'similar';

/**
 * Why these items: the text names them; one has exactly the amount; a few add up to it; all that was due by a day does; all that is
 * open does; the oldest due first; nothing is open.
 */
export type How = 'numbers' | 'item' | 'sum' | 'due' | 'balance' | 'oldest' | 'account';

/** "This much of the line goes to that item." */
interface ProposedPart {
  readonly itemId: string;
  readonly customerId: string;
  readonly number: string;
  readonly amountMinor: Minor;
  /** What lines before this one left open of the item; `amountMinor` is at most that. */
  readonly openMinor: Minor;
}

/** One way to book a line. Parts plus `unappliedMinor` always equal the line. */
export interface Candidate {
  /** Who paid: what no item takes stays on this account. */
  readonly customerId: string;
  readonly how: How;
  /** Null when only the amount or the numbers speak for it. */
  readonly payer: PayerSign | null;
  readonly parts: readonly ProposedPart[];
  readonly unappliedMinor: Minor;
  /** Other items, or other sums, of the same customer would fit as well. */
  readonly hasRival: boolean;
}

/** A payment that a line seems to be about: one that came back, or one that was booked by hand already. */
export interface PaymentGuess {
  readonly documentId: string;
  readonly number: string;
  readonly customerId: string;
  readonly receivedOn: PlainDate;
}

/** What a line most probably is. */
export interface Proposal {
  readonly confidence: Confidence;
  /** Likeliest first, at most three; more than one only with `choose`. */
  readonly candidates: readonly Candidate[];
  /** Money in: a payment of the same day and amount that no line stands behind. Money out: the payment that came back. */
  readonly payments: readonly PaymentGuess[];
}
