import { z } from 'zod';
import { isPlainDate, type PlainDate } from './domain/dates';
import { parsedJson } from './parsed-json';

/** The last row of a page of a customer's history: its day, its id. */
export type HistoryCursor = readonly [on: PlainDate, documentId: string];

const cursor = z.tuple([z.string().refine(isPlainDate), z.uuid()]);

/** The row that a page begins after, as an address has it: JSON. */
export const historyCursor: z.ZodType<HistoryCursor> = z.string().transform(parsedJson).pipe(cursor);
