import { type Minor, sumOf, toMinor, ZERO } from './money';

/** What can become of what a payment leaves open of an item: the words of the form and of the API. */
export const REST_WAYS = ['open', 'dispute', 'write_off', 'credit_memo', 'discount'] as const;

/** What a person said of the rest of one item; `reason` is empty when none was given. */
export interface RestChoice {
  readonly as: (typeof REST_WAYS)[number];
  readonly reason: string;
}

/** What nobody said anything of. */
export const LEFT_OPEN: RestChoice = { as: 'open', reason: '' };

/** Why customers pay short, as the form offers it; any other reason can be typed. */
export const SHORT_REASONS = [
  'Damaged goods',
  'Short delivery',
  'Wrong price',
  'Not ordered',
  'Already paid',
] as const;

/** What was said of the rests of a payment, as far as they are still rests: of items that it pays, and not in full. */
export function standingRests(
  rests: ReadonlyMap<string, RestChoice>,
  debits: readonly { readonly itemId: string; readonly openMinor: Minor }[],
  pays: ReadonlyMap<string, Minor>,
): { readonly itemId: string; readonly leftMinor: Minor; readonly rest: RestChoice }[] {
  return debits.flatMap(({ itemId, openMinor }) => {
    const leftMinor = toMinor(openMinor - (pays.get(itemId) ?? ZERO));
    const rest = rests.get(itemId);
    return rest && pays.has(itemId) && leftMinor > 0 ? [{ itemId, leftMinor, rest }] : [];
  });
}

/** What is owed no longer although nothing arrived for it: written off, credited or given as a discount. */
export function forgivenMinor(standing: ReturnType<typeof standingRests>): Minor {
  const forgiven = standing.filter(({ rest: { as } }) => as !== 'open' && as !== 'dispute');
  return sumOf(forgiven.map(({ leftMinor }) => leftMinor));
}
