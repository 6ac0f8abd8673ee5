import type { z } from 'zod';
import type { SearchParams } from './filters';
import { isStorable } from './storable';

/** Reads one parameter of an address by its schema. */
export type ParamReader = <T, F>(name: string, schema: z.ZodType<T>, fallback: F) => T | F;

/**
 * A reader of an address: a parameter that is absent or empty gives the fallback, and so does one that cannot be read,
 * which is then named in `dropped` so that the page can say so.
 */
export function paramReader(params: SearchParams): { read: ParamReader; dropped: string[] } {
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
  return { read, dropped };
}
