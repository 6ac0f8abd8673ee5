import type { Api } from '../api';
import { Refused, textIn } from '../api';
import type { Books } from '../books';
import { isWords, type Value } from '../case-file';
import type { Given } from '../given';
import { Mismatch } from '../outcome';

/** Through whose key the report is asked, and for which customer; undefined for all that the key shows. */
export interface View {
  readonly api: Api;
  readonly customerId: string | undefined;
}

const EXCLUDES = /not|exclu|without|except|den(?:y|ied)|hidden|forbid|block/;
const LISTS = /customer|allow|permit|see|only|restrict/;

/** The whole report, or that of the customers that a filter names, as the business sees it. */
export function viewsOfBusiness({ api }: Books, customers: readonly string[] | undefined): View[] {
  return customers ? customers.map((customerId) => ({ api, customerId })) : [{ api, customerId: undefined }];
}

/**
 * The report as somebody sees it who may see only some customers: with a key of each of them, and of nobody in the books where
 * there is none. What a filter names beyond them must be refused; it is asked for when `error` is expected, so that it is.
 */
export async function viewsOf(
  books: Books,
  user: Given,
  { customers, error }: { readonly customers: readonly string[] | undefined; readonly error: boolean },
): Promise<View[]> {
  const allowed = await allowedOf(books, user);
  const keys = new Map<string, Api>();
  for (const id of allowed) keys.set(id, await books.asCustomer(id));
  const [first = await stranger(books)] = keys.values();
  const everybody = error && allowed.length === 0 ? await everyCustomer(books) : undefined;
  const wanted = customers ?? everybody;
  if (!wanted)
    return allowed.length === 0
      ? [{ api: first, customerId: undefined }]
      : [...keys.values()].map((api) => ({ api, customerId: undefined }));
  const foreign = wanted.filter((id) => !keys.has(id));
  if (error) return [...foreign, ...wanted].map((id) => ({ api: keys.get(id) ?? first, customerId: id }));
  for (const id of foreign) await assertRefused(first, id, user.where);
  return wanted.flatMap((customerId) => {
    const api = keys.get(customerId);
    return api ? [{ api, customerId }] : [];
  });
}

/** Whom the user may see: the customers that are named, or all but those that are excluded. */
async function allowedOf(books: Books, user: Given): Promise<string[]> {
  const [named, excluded] = [new Set<string>(), new Set<string>()];
  for (const key of user.names())
    for (const { word, under } of wordsIn(user.value(key) ?? null, key))
      if (EXCLUDES.test(under)) excluded.add(word);
      else if (LISTS.test(under) || books.customers().includes(word)) named.add(word);
  const names = named.size === 0 && excluded.size > 0 ? books.customers() : [...named];
  const ids: string[] = [];
  for (const name of names) if (!excluded.has(name)) ids.push(await books.customer(name));
  return ids;
}

/** Every word of a value, with the names that it stands under. */
function wordsIn(value: Value, under: string): { word: string; under: string }[] {
  if (typeof value === 'string') return [{ word: value, under }];
  if (Array.isArray(value)) return value.flatMap((each: Value) => wordsIn(each, under));
  if (!isWords(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => wordsIn(each, `${under}.${name}`));
}

async function everyCustomer(books: Books): Promise<string[]> {
  const ids: string[] = [];
  for (const name of books.customers()) ids.push(await books.customer(name));
  return ids;
}

/** Somebody of a customer that has nothing in the books. */
async function stranger(books: Books): Promise<Api> {
  const { customer_id } = await books.api.post('/customers', { name: 'Stranger', currency: books.base });
  return books.asCustomer(textIn(customer_id));
}

async function assertRefused(api: Api, customer_id: string, where: string): Promise<void> {
  const refused = await api.get('/aging', { customer_id }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (refused === null) throw new Mismatch(where, 'refused', 'answered');
  if (!(refused instanceof Refused)) throw refused;
}
