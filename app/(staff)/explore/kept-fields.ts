import type { Params } from '@/lib/url';

/** What the form of the filters has no field for: the day, the rule of aging, the order, a selection. */
const KEPT = ['asOf', 'knownAt', 'basis', 'bounds', 'currency', 'sort', 'dir', 'item'];

/** The parameters that the form sends along unseen, as names and values. */
export function keptFields(params: Params, hasCurrencyField: boolean): [string, string][] {
  return KEPT.filter((name) => name !== 'currency' || !hasCurrencyField).flatMap((name) =>
    [params[name] ?? []].flat().map((value): [string, string] => [name, value]),
  );
}
