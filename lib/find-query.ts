import type { PlainDate } from './domain/dates';
import type { DocumentKind } from './domain/documents';
import { type Minor, parseAmount } from './domain/money';
import { isStorable } from './storable';

/** What somebody looks for: words of a name, the number of a document or an order, an amount, or several of them together. */
export interface FindQuery {
  /** All of it, as it may be a reference or a name with digits. */
  readonly whole: string;
  /** Without what looks like a number; '' when nothing is left. */
  readonly words: string;
  /** The last word with a digit in it; null when there is none. */
  readonly number: string | null;
  /** That word as an amount above zero, in minor units; null when it is none. */
  readonly amountMinor: Minor | null;
  /** Part of an e-mail address, or the digits of a phone number without zeros before them; null when it looks like neither. */
  readonly reach: string | null;
}

/** A person at a customer who was found. */
export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly customerId: string;
  readonly customer: string;
  /** The customer's. */
  readonly currency: string;
}

/** A customer that was found, with what it owes of its own currency, credits taken off. */
export interface FoundCustomer {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly owedMinor: Minor;
}

/** A document that was found. Amounts are signed. */
export interface FoundDocument {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  /** The customer's own number for what it ordered, when that is what was looked for; null otherwise. */
  readonly purchaseOrder: string | null;
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  readonly amountMinor: Minor;
  readonly openMinor: Minor;
  /** When the oldest open part falls due; null when nothing is open. */
  readonly dueOn: PlainDate | null;
}

/** What was found, the best first. */
export interface Found {
  readonly customers: readonly FoundCustomer[];
  readonly people: readonly FoundPerson[];
  readonly documents: readonly FoundDocument[];
}

const LONGEST = 100;
/** Digits that a phone number is told by: fewer are a number of something else. */
const SHORTEST_PHONE = 5;

/** Reads "bri 12480": words before or after a number or amount of `currency`. Null when there is nothing to look for. */
export function readFindQuery(text: string, currency: string): FindQuery | null {
  const whole = text.trim().replace(/\s+/g, ' ').slice(0, LONGEST);
  if (whole === '' || !isStorable(whole)) return null;
  const tokens = whole.split(' ');
  const number = tokens.findLast((token) => /\d/.test(token)) ?? null;
  const amount = number === null ? null : parseAmount(number, currency);
  return {
    whole,
    words: tokens.filter((token) => !/\d/.test(token)).join(' '),
    number,
    amountMinor: amount !== null && amount > 0 ? amount : null,
    reach: reachIn(whole),
  };
}

function reachIn(whole: string): string | null {
  if (/^\S*@\S*$/.test(whole)) return whole.toLowerCase();
  // 12,480.00 is an amount.
  if (/^\d[\d,]*\.\d\d$/.test(whole)) return null;
  const digits = whole.replace(/\D/g, '').replace(/^0+/, '');
  return /^[+\d\s()./-]+$/.test(whole) && digits.length >= SHORTEST_PHONE ? digits : null;
}
