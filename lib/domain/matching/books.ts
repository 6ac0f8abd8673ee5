import { accountKey, nameKey, numberKey, numberTail, wordsOf } from './keys';
import type { MatchCustomer, MatchItem, MatchPayment, PayerAlias } from './line';

/** Everything that lines are matched against, as it is read. */
export interface Books {
  readonly items: readonly MatchItem[];
  readonly customers: readonly MatchCustomer[];
  readonly aliases: readonly PayerAlias[];
  readonly payments: readonly MatchPayment[];
}

/** Books with what matching looks things up by. Lists of items are oldest due first. */
export interface IndexedBooks {
  /** The customer above all others of a customer's family; its own id when it stands alone. */
  readonly familyOf: (customerId: string) => string;
  /** By "family currency". */
  readonly itemsOfFamily: ReadonlyMap<string, readonly MatchItem[]>;
  /** By "amount currency". */
  readonly itemsOfAmount: ReadonlyMap<string, readonly MatchItem[]>;
  readonly itemsOfNumber: ReadonlyMap<string, readonly MatchItem[]>;
  readonly itemsOfTail: ReadonlyMap<string, readonly MatchItem[]>;
  /** Ids by `nameKey`. */
  readonly customersNamed: ReadonlyMap<string, readonly string[]>;
  /** Keys of names by their first word, longest first. */
  readonly namesByFirstWord: ReadonlyMap<string, readonly string[]>;
  /** Keys of names, sorted. */
  readonly names: readonly string[];
  readonly customersCoded: ReadonlyMap<string, readonly string[]>;
  /** Ids by "kind key". */
  readonly customersAliased: ReadonlyMap<string, readonly string[]>;
  /** By "amount currency", newest first. */
  readonly paymentsOfAmount: ReadonlyMap<string, readonly MatchPayment[]>;
}

/** Codes of customers that are looked for in texts have so many letters and digits, one digit among them. */
const SHORTEST_CODE = 4;
/** Generations between a customer and the one above all others, at most. */
const GENERATIONS = 20;

/** Prepares books for matching many lines: one pass over each list. */
export function indexBooks({ items, customers, aliases, payments }: Books): IndexedBooks {
  const familyOf = familiesOf(customers);
  const oldest = items.toSorted(byDueDay);
  const named = groupBy(customers, (customer) => nameKey(customer.name));
  const names = [...named.keys()].filter((name) => name !== '').toSorted();
  return {
    familyOf,
    itemsOfFamily: groupBy(oldest, (item) => `${familyOf(item.customerId)} ${item.currency}`),
    itemsOfAmount: groupBy(oldest, (item) => `${item.openMinor} ${item.currency}`),
    itemsOfNumber: groupBy(oldest, (item) => numberKey(item.number)),
    itemsOfTail: groupBy(oldest, (item) => numberTail(item.number)),
    customersNamed: idsOf(named),
    namesByFirstWord: groupBy(
      names.toSorted((a, b) => b.length - a.length),
      (name) => wordsOf(name)[0] ?? '',
    ),
    names,
    customersCoded: idsOf(groupBy(customers.filter(hasCode), (customer) => accountKey(customer.code ?? ''))),
    customersAliased: new Map(
      [...groupBy(aliases, ({ kind, key }) => `${kind} ${key}`)].map(([key, list]) => [
        key,
        list.map((alias) => alias.customerId),
      ]),
    ),
    paymentsOfAmount: groupBy(
      payments.toSorted((a, b) => compare(b.receivedOn, a.receivedOn) || compare(a.number, b.number)),
      (payment) => `${payment.amountMinor} ${payment.currency}`,
    ),
  };
}

function hasCode({ code }: MatchCustomer): boolean {
  const key = accountKey(code ?? '');
  return key.length >= SHORTEST_CODE && /\d/.test(key);
}

function familiesOf(customers: readonly MatchCustomer[]): (customerId: string) => string {
  const parents = new Map(customers.map(({ id, parentId }) => [id, parentId]));
  return (customerId) => {
    let top = customerId;
    for (let generation = 0; generation < GENERATIONS; generation++) {
      const parent = parents.get(top);
      if (!parent) break;
      top = parent;
    }
    return top;
  };
}

function idsOf(groups: ReadonlyMap<string, readonly MatchCustomer[]>): Map<string, readonly string[]> {
  return new Map([...groups].map(([key, list]) => [key, list.map(({ id }) => id)]));
}

function groupBy<T>(list: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

function byDueDay(a: MatchItem, b: MatchItem): number {
  return compare(a.dueOn, b.dueOn) || compare(a.number, b.number) || compare(a.itemId, b.itemId);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
