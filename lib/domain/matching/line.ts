import type { PlainDate } from '../dates';
import type { Minor } from '../money';

/** A line of a bank statement, as matching reads it; '' for what the bank did not say. */
export interface MatchLine {
  readonly id: string;
  readonly bookedOn: PlainDate;
  readonly currency: string;
  /** Money in above 0, money out below. */
  readonly amountMinor: Minor;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly text: string;
}

/** An open debit that money could be for. */
export interface MatchItem {
  readonly itemId: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly dueOn: PlainDate;
  /** Above 0. */
  readonly openMinor: Minor;
}

/** Who could have paid. */
export interface MatchCustomer {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly parentId: string | null;
}

/** What accepted lines taught: whose money comes from an account or under a name. `key` is an `accountKey` or a `nameKey`. */
export interface PayerAlias {
  readonly kind: 'account' | 'name';
  readonly key: string;
  readonly customerId: string;
}

/** A payment that a returned one could be. */
export interface MatchPayment {
  readonly documentId: string;
  readonly number: string;
  readonly reference: string;
  readonly customerId: string;
  readonly currency: string;
  /** Above 0. */
  readonly amountMinor: Minor;
  readonly receivedOn: PlainDate;
  /** It was booked by hand, by an import or from another statement: no line of this one stands behind it. */
  readonly isFromElsewhere: boolean;
}
