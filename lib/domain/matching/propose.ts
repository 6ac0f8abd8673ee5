import { type Minor, sumOf } from '../money';
import type { IndexedBooks } from './books';
import { bestOf, filling, paying } from './candidates';
import type { MatchItem, MatchLine } from './line';
import { type NamedItems, namedItems } from './named-items';
import { type Payer, payerOf } from './payer';
import type { Candidate, Confidence } from './proposal';

/** What is open of an item when the lines before took theirs. */
export type LeftOf = (item: MatchItem) => Minor;

/** Candidates of a line and how sure the first is. */
export interface Suggestion {
  readonly confidence: Confidence;
  readonly candidates: readonly Candidate[];
}

/** So many ways to book a line are offered. */
const OFFERED = 3;
/** Digits alone that name an item count when the amount is its own to the cent, from so many on. */
const TELLING_DIGITS = 4;
/** Families of one payer that are looked at. */
const MOST_FAMILIES = 20;

/**
 * How money that came in is most probably to be booked. `exact` needs two witnesses that agree: the amount to the cent, and the
 * numbers in the text or a sure sign of the payer; nothing may speak for anybody else.
 */
export function suggest(line: MatchLine, books: IndexedBooks, leftOf: LeftOf): Suggestion {
  const payer = payerOf(line, books);
  const named = openOf(namedItems(line.text, line.currency, books), leftOf);
  const byNumber = numberSuggestion({ line, books, named, payer, leftOf });
  if (byNumber) return byNumber;
  if (payer) return payerSuggestion({ line, books, payer, leftOf });
  return amountSuggestion(line, books, leftOf);
}

interface ByNumber {
  readonly line: MatchLine;
  readonly books: IndexedBooks;
  readonly named: readonly NamedItems[];
  readonly payer: Payer | null;
  readonly leftOf: LeftOf;
}

function numberSuggestion({ line, books, named, payer, leftOf }: ByNumber): Suggestion | null {
  const families = familiesOf(named, books);
  const payers = payer && new Set(payer.customerIds.map(books.familyOf));
  // A name that happens to stand somewhere says less than the number of an invoice.
  const speaksForOthers = payer !== null && payer.isSure && payer.sign !== 'text';
  const agrees = (family: string) => payers?.has(family) ?? false;
  const exact = [...families].filter(([, group]) => isWhole(group, line.amountMinor));
  const chosen = exact.length > 1 ? exact.filter(([family]) => agrees(family)) : exact;
  const source = (family: string, items: readonly MatchItem[]) => ({
    customerId: payerIn(family, payer, books) ?? items[0]?.customerId ?? family,
    payer: agrees(family) && payer ? payer.sign : null,
  });
  const [first, second] = chosen;
  if (first && !second) {
    const [family, group] = first;
    const candidate = paying(group.items, source(family, group.items), { how: 'numbers', hasRival: false });
    if (agrees(family) || (group.isTelling && !speaksForOthers))
      return { confidence: 'exact', candidates: [candidate] };
    const ofPayer = payer ? payerSuggestion({ line, books, payer, leftOf }).candidates : [];
    return { confidence: 'choose', candidates: [candidate, ...ofPayer].slice(0, OFFERED) };
  }
  if (exact.length > 1)
    return {
      confidence: 'choose',
      candidates: exact
        .slice(0, OFFERED)
        .map(([family, { items }]) =>
          paying(items, source(family, items), { how: 'numbers', hasRival: false }),
        ),
    };
  const sure = [...families].filter(
    ([family, group]) => group.isSure && (!speaksForOthers || agrees(family)),
  );
  const [only, other] = sure;
  if (!only || other) return null;
  const [family, { items }] = only;
  const candidate = filling(line.amountMinor, items, source(family, items), 'numbers');
  return { confidence: 'likely', candidates: [candidate] };
}

/** What a text names of one family. */
interface NamedOfFamily {
  readonly items: readonly MatchItem[];
  readonly isSure: boolean;
  /** Sure, or at least so many digits that an exact amount beside them is no coincidence. */
  readonly isTelling: boolean;
}

function familiesOf(named: readonly NamedItems[], books: IndexedBooks): Map<string, NamedOfFamily> {
  const families = new Map<string, { items: MatchItem[]; isSure: boolean; isTelling: boolean }>();
  for (const { key, items, isSure } of named)
    for (const item of items) {
      const family = books.familyOf(item.customerId);
      const group = families.get(family) ?? { items: [], isSure: false, isTelling: false };
      if (!group.items.includes(item)) group.items.push(item);
      group.isSure ||= isSure;
      group.isTelling ||= isSure || key.length >= TELLING_DIGITS;
      families.set(family, group);
    }
  return families;
}

function isWhole({ items }: NamedOfFamily, amountMinor: Minor): boolean {
  return sumOf(items.map((item) => item.openMinor)) === amountMinor;
}

interface ByPayer {
  readonly line: MatchLine;
  readonly books: IndexedBooks;
  readonly payer: Payer;
  readonly leftOf: LeftOf;
}

function payerSuggestion({ line, books, payer, leftOf }: ByPayer): Suggestion {
  const byFamily = new Map<string, string>();
  for (const customerId of payer.customerIds) {
    const family = books.familyOf(customerId);
    if (!byFamily.has(family)) byFamily.set(family, customerId);
  }
  const all = [...byFamily].slice(0, MOST_FAMILIES).map(([family, customerId]) => {
    const items = openItems(books.itemsOfFamily.get(`${family} ${line.currency}`) ?? [], leftOf);
    return bestOf(line.amountMinor, items, { customerId, payer: payer.sign });
  });
  const [only, ...others] = all;
  if (only && others.length === 0) return { confidence: confidenceOf(only, payer), candidates: [only] };
  const exact = all.filter(isExact);
  const [first, second] = exact;
  if (first && !second) return { confidence: 'likely', candidates: [first] };
  return { confidence: 'choose', candidates: (first ? exact : all).slice(0, OFFERED) };
}

function confidenceOf(candidate: Candidate, payer: Payer): Confidence {
  if (candidate.how === 'account') return 'choose';
  return isExact(candidate) && !candidate.hasRival && payer.isSure ? 'exact' : 'likely';
}

function isExact({ how }: Candidate): boolean {
  return how !== 'oldest' && how !== 'account';
}

/** Nobody knows who paid: whoever has an item of just this amount is offered, never taken for granted. */
function amountSuggestion(line: MatchLine, books: IndexedBooks, leftOf: LeftOf): Suggestion {
  const items = (books.itemsOfAmount.get(`${line.amountMinor} ${line.currency}`) ?? []).filter(
    (item) => leftOf(item) === line.amountMinor,
  );
  const byCustomer = new Map(items.toReversed().map((item) => [item.customerId, item]));
  const candidates = [...byCustomer.values()].toReversed().map((item) =>
    paying(
      [item],
      { customerId: item.customerId, payer: null },
      {
        how: 'item',
        hasRival: items.some((each) => each.customerId === item.customerId && each !== item),
      },
    ),
  );
  return { confidence: 'choose', candidates: candidates.slice(0, OFFERED) };
}

function payerIn(family: string, payer: Payer | null, books: IndexedBooks): string | undefined {
  return payer?.customerIds.find((id) => books.familyOf(id) === family);
}

function openOf(named: readonly NamedItems[], leftOf: LeftOf): NamedItems[] {
  return named.flatMap((each) => {
    const items = openItems(each.items, leftOf);
    return items.length > 0 ? [{ ...each, items }] : [];
  });
}

function openItems(items: readonly MatchItem[], leftOf: LeftOf): MatchItem[] {
  return items.flatMap((item) => {
    const openMinor = leftOf(item);
    return openMinor > 0 ? [{ ...item, openMinor }] : [];
  });
}
