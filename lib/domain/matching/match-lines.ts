import { daysBetween } from '../dates';
import { type Minor, toMinor } from '../money';
import type { IndexedBooks } from './books';
import { accountKey, numberKey } from './keys';
import type { MatchItem, MatchLine, MatchPayment } from './line';
import type { PaymentGuess, Proposal } from './proposal';
import { type Suggestion, suggest } from './propose';

/** What proposals that still stand hold of an item, by item: no other line is offered it. */
export type Reserved = ReadonlyMap<string, Minor>;

/** A payment that came back did so within so many days. */
const COMES_BACK_WITHIN = 120;
/** A payment that was booked by hand before the bank said so is of a day at most so far away. */
const SAME_WITHIN = 3;
const OFFERED = 3;

/**
 * Proposes how each line is to be booked, in the order of the lines, exact ones first: no two proposals ever take more of an item
 * than it has open. The result depends on the arguments alone.
 */
export function matchLines(
  lines: readonly MatchLine[],
  books: IndexedBooks,
  reserved: Reserved,
): Map<string, Proposal> {
  const taken = new Map<string, number>(reserved);
  const leftOf = (item: MatchItem) => toMinor(Math.max(0, item.openMinor - (taken.get(item.itemId) ?? 0)));
  const proposals = new Map<string, Proposal>();
  const propose = (line: MatchLine, suggestion: Suggestion) => {
    proposals.set(line.id, withPayments(line, suggestion, books));
    for (const part of suggestion.confidence === 'choose' ? [] : (suggestion.candidates[0]?.parts ?? []))
      taken.set(part.itemId, (taken.get(part.itemId) ?? 0) + part.amountMinor);
  };
  const later: MatchLine[] = [];
  for (const line of lines) {
    if (line.amountMinor <= 0) {
      proposals.set(line.id, returned(line, books));
      continue;
    }
    const suggestion = suggest(line, books, leftOf);
    // Exact is what pays all that is open, not what others have left of it.
    const isHeld = suggestion.candidates[0]?.parts.some((part) => (taken.get(part.itemId) ?? 0) > 0);
    if (suggestion.confidence === 'exact' && !isHeld) propose(line, suggestion);
    else later.push(line);
  }
  for (const line of later) {
    // What lines before it took, on a mere likelihood, makes nothing unambiguous.
    const { confidence, candidates } = suggest(line, books, leftOf);
    propose(line, { confidence: confidence === 'exact' ? 'likely' : confidence, candidates });
  }
  return proposals;
}

/** A line beside a payment of the same days and amount that somebody booked by hand is a question, never exact. */
function withPayments(line: MatchLine, suggestion: Suggestion, books: IndexedBooks): Proposal {
  const families = new Set(suggestion.candidates.map(({ customerId }) => books.familyOf(customerId)));
  const payments = (books.paymentsOfAmount.get(`${line.amountMinor} ${line.currency}`) ?? [])
    .filter(
      (payment) =>
        payment.isFromElsewhere &&
        Math.abs(daysBetween(payment.receivedOn, line.bookedOn)) <= SAME_WITHIN &&
        (families.size === 0 || families.has(books.familyOf(payment.customerId))),
    )
    .slice(0, OFFERED)
    .map(guessOf);
  const confidence = payments.length > 0 ? 'choose' : suggestion.confidence;
  return { confidence, candidates: suggestion.candidates, payments };
}

/** Money out: a payment of the same amount that came in before, named in the text or from the same payer first. */
function returned(line: MatchLine, books: IndexedBooks): Proposal {
  const said = numberKey(`${line.text} ${line.payerName}`);
  const account = accountKey(line.payerAccount);
  const known = new Set(
    account === '' ? [] : (books.customersAliased.get(`account ${account}`) ?? []).map(books.familyOf),
  );
  const isNamed = ({ number, reference, customerId }: MatchPayment) =>
    [number, reference].some((each) => numberKey(each).length > 3 && said.includes(numberKey(each))) ||
    known.has(books.familyOf(customerId));
  const before = (books.paymentsOfAmount.get(`${-line.amountMinor} ${line.currency}`) ?? []).filter(
    ({ receivedOn }) => {
      const days = daysBetween(receivedOn, line.bookedOn);
      return days >= 0 && days <= COMES_BACK_WITHIN;
    },
  );
  const named = before.filter(isNamed);
  const payments = (named.length > 0 ? named : before).slice(0, OFFERED).map(guessOf);
  const isOne = named.length === 1;
  return { confidence: isOne ? 'likely' : 'choose', candidates: [], payments };
}

function guessOf({ documentId, number, customerId, receivedOn }: MatchPayment): PaymentGuess {
  return { documentId, number, customerId, receivedOn };
}
