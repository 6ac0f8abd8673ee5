import { z } from 'zod';

/** A field that stands once in each row of a form: its values in the order of the rows. */
export const eachRow = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((values) => values.map((value) => value.trim()));
