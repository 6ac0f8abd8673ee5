import type { Route } from 'next';

/** The parameters of an address, as Next hands them to a page. */
export type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What to change: a value replaces the parameter, null (or an empty list) takes it out, undefined leaves it alone. */
export type ParamChanges = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** The address of `path` with `current` parameters after `changes`: how a page keeps its state in the URL. */
export function withParams(path: string, current: Params, changes: ParamChanges): Route {
  const merged = { ...current, ...withoutUndefined(changes) };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(merged)) {
    const values = value === null || value === undefined ? [] : [value].flat();
    for (const each of values) search.append(name, String(each));
  }
  const text = search.toString().replaceAll('%2C', ',');
  return route(text ? `${path}?${text}` : path);
}

/**
 * A path made of parts that the compiler cannot follow, such as an id and parameters together. Written out in full,
 * a path needs none of this, and is checked.
 */
export function route(path: string): Route {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a text becomes a Route
  return path as Route;
}

function withoutUndefined(changes: ParamChanges): ParamChanges {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

/** The parameters of an address as Next hands them to a page: a text, or a list when one stands several times. */
export function paramsOf(search: URLSearchParams): Record<string, string | string[]> {
  const names = new Set(search.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const [first = '', ...more] = search.getAll(name);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}
