import { z } from 'zod';
import { Refusal } from './refusal';

/** A field that stands once in each row of a form: its values in the order of the rows. */
export const eachRow = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((values) => values.map((value) => value.trim()));

/** The text of a field, if it is no longer than that. @throws Refusal `invalid` at `field`. */
export function atMost(length: number, text: string, field: string): string {
  if (text.length > length)
    throw new Refusal('invalid', `Use at most ${length} characters: “${text.slice(0, 20)}…”.`, field);
  return text;
}
