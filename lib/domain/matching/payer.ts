import type { IndexedBooks } from './books';
import { accountKey, nameKey, wordsOf } from './keys';
import type { MatchLine } from './line';
import type { PayerSign } from './proposal';

/** Who a line says has paid. More than one when the same account, name or word stands for several. */
export interface Payer {
  readonly sign: PayerSign;
  readonly customerIds: readonly string[];
  /** Whether the sign is as good as a signature; a mere likeness is not. */
  readonly isSure: boolean;
}

/** A name of one word found somewhere in a text counts for sure from so many letters on. */
const TELLING_WORD = 8;
/** Banks cut long names: so many letters of the beginning are taken for the name. */
const SHORTEST_BEGINNING = 10;

/** Who paid a line: by a learned account, a learned name, the customer's own name, its code or name in the text, or the beginning of its name. */
export function payerOf(line: MatchLine, books: IndexedBooks): Payer | null {
  const account = accountKey(line.payerAccount);
  const name = nameKey(line.payerName);
  const aliased = learned(account, name, books);
  const named = name === '' ? undefined : books.customersNamed.get(name);
  if (aliased && named && !named.some((id) => isOneOf(id, aliased.customerIds, books)))
    return { ...aliased, customerIds: [...aliased.customerIds, ...named] };
  if (aliased) return aliased;
  if (named) return { sign: 'name', customerIds: named, isSure: true };
  const said = `${line.payerName} ${line.text}`;
  return codedIn(said, books) ?? namedIn(said, books) ?? beginning(name, books);
}

function learned(account: string, name: string, books: IndexedBooks): Payer | null {
  const byAccount = account === '' ? undefined : books.customersAliased.get(`account ${account}`);
  const byName = name === '' ? undefined : books.customersAliased.get(`name ${name}`);
  const customerIds = byAccount ?? byName;
  if (!customerIds) return null;
  // An account through which several pay, such as that of a payment service, is nobody's signature.
  const isSure = new Set(customerIds.map(books.familyOf)).size === 1;
  return { sign: byAccount ? 'account' : 'alias', customerIds, isSure };
}

function isOneOf(id: string, ids: readonly string[], books: IndexedBooks): boolean {
  return ids.some((each) => books.familyOf(each) === books.familyOf(id));
}

function codedIn(said: string, books: IndexedBooks): Payer | null {
  const ids = new Set(
    (said.match(/[A-Za-z0-9][A-Za-z0-9-]*/g) ?? []).flatMap(
      (word) => books.customersCoded.get(accountKey(word)) ?? [],
    ),
  );
  return ids.size > 0 ? { sign: 'code', customerIds: [...ids], isSure: true } : null;
}

/** The customers whose names stand in a text as whole words; of names that overlap, the longest. */
function namedIn(said: string, books: IndexedBooks): Payer | null {
  const words = wordsOf(said).filter((word) => word !== 'and');
  const found = new Set<string>();
  let isSure = true;
  for (let at = 0; at < words.length; at++) {
    const name = books.namesByFirstWord.get(words[at] ?? '')?.find((each) => standsAt(each, words, at));
    if (name === undefined) continue;
    const count = name.split(' ').length;
    if (count === 1 && name.length < TELLING_WORD) isSure = false;
    for (const id of books.customersNamed.get(name) ?? []) found.add(id);
    at += count - 1;
  }
  return found.size > 0 ? { sign: 'text', customerIds: [...found], isSure } : null;
}

function standsAt(name: string, words: readonly string[], at: number): boolean {
  return name.split(' ').every((word, i) => words[at + i] === word);
}

/** The one customer whose name begins with what the bank left of it. */
function beginning(name: string, books: IndexedBooks): Payer | null {
  if (name.length < SHORTEST_BEGINNING) return null;
  const at = firstFrom(books.names, name);
  const [first, second] = [books.names[at], books.names[at + 1]];
  if (!first?.startsWith(name) || second?.startsWith(name)) return null;
  return { sign: 'similar', customerIds: books.customersNamed.get(first) ?? [], isSure: false };
}

/** Where in sorted names the first stands that is not before `name`. */
function firstFrom(names: readonly string[], name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? '') < name) low = middle + 1;
    else high = middle;
  }
  return low;
}
