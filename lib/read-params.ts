import type { z } from 'zod';
import type { SearchParams } from './filters';
import { isStorable } from './storable';

/** Reads one parameter of an address by its schema. */
export type ParamReader = <T, F>(name: string, schema: z.ZodType<T>, fallback: F) => T | F;

/** Reads every value of a parameter that may stand several times, each once and at most `MOST` of them, in their order. */
export type ParamListReader = <T>(name: string, schema: z.ZodType<T>) => T[];

/** Values of one parameter that are read. */
const MOST = 200;

/**
 * A reader of an address: a parameter that is absent or empty gives the fallback, and so does one that cannot be read,
 * which is then named in `dropped` so that the page can say so. Of a list the values that can be read remain.
 */
export function paramReader(params: SearchParams): {
  read: ParamReader;
  readAll: ParamListReader;
  dropped: string[];
} {
  const dropped: string[] = [];
  const read: ParamReader = (name, schema, fallback) => {
    const value = params[name];
    const one = Array.isArray(value) ? value[0] : value;
    if (one === undefined || one === '') return fallback;
    const parsed = schema.safeParse(one);
    if (parsed.success && isStorable(one)) return parsed.data;
    dropped.push(name);
    return fallback;
  };
  const readAll: ParamListReader = (name, schema) => {
    const values = [...new Set([params[name] ?? []].flat())].filter((value) => value !== '');
    const parsed = values.slice(0, MOST).map((value) => ({ value, ...schema.safeParse(value) }));
    const isWhole = parsed.every(({ value, success }) => success && isStorable(value));
    if (!isWhole || values.length > MOST) dropped.push(name);
    return parsed.flatMap((each) => (each.success && isStorable(each.value) ? [each.data] : []));
  };
  return { read, readAll, dropped };
}
