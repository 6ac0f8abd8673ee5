import type { PlainDate } from '../domain/dates';
import type { Minor } from '../domain/money';

/** What is read from books elsewhere, in the order in which one needs the other. */
export const SOURCE_OBJECTS = ['contact', 'invoice', 'credit_memo', 'payment'] as const;

/** One of them. */
export type SourceObject = (typeof SOURCE_OBJECTS)[number];

/** Who owes, as books elsewhere know it. Null: not said. */
export interface ContactFact {
  readonly object: 'contact';
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Several lines. */
  readonly address: string | null;
  readonly currency: string | null;
  readonly termsDays: number | null;
  readonly parentId: string | null;
}

/** "So much of this credit settles so much of that paper"; of a payment also the credit memos that it uses. */
export interface FactPart {
  readonly object: 'invoice' | 'credit_memo';
  readonly id: string;
  readonly amountMinor: Minor;
  /** Null: not said. */
  readonly on: PlainDate | null;
}

/** An invoice or a credit memo. Amounts are magnitudes. */
export interface PaperFact {
  readonly object: 'invoice' | 'credit_memo';
  readonly contactId: string;
  /** Null: it has none. */
  readonly number: string | null;
  readonly currency: string;
  readonly documentDate: PlainDate;
  readonly dueOn: PlainDate;
  readonly totalMinor: Minor;
  readonly taxMinor: Minor;
  /** What is open by what the other books say; null: they do not say. */
  readonly openMinor: Minor | null;
  /** Null unless it was voided. */
  readonly voidedOn: PlainDate | null;
  /** Empty when they do not add up to the total. */
  readonly lines: readonly FactLine[];
  /** Of a credit memo: where it was applied. */
  readonly parts: readonly FactPart[];
  /** Of an invoice: the payments that it says it got. */
  readonly payments: readonly { readonly id: string; readonly amountMinor: Minor }[];
  /** Units of the books' own currency for one of this one, exact decimal as text; null: not said, or its own. */
  readonly rate: string | null;
}

/** A line of a paper, before tax. */
interface FactLine {
  readonly description: string;
  readonly quantity: string;
  readonly unitPriceMinor: Minor;
  readonly netMinor: Minor;
}

/** Money that came in, 0 when a payment only applies credit memos. */
export interface PaymentFact {
  readonly object: 'payment';
  readonly contactId: string;
  readonly currency: string;
  readonly documentDate: PlainDate;
  readonly totalMinor: Minor;
  readonly method: string;
  readonly reference: string | null;
  /** Null unless it failed or was cancelled. */
  readonly voidedOn: PlainDate | null;
  readonly parts: readonly FactPart[];
  readonly rate: string | null;
}

/** What one row of books elsewhere says, once it is understood. */
export type Fact = ContactFact | PaperFact | PaymentFact;
