import { z } from 'zod';

const cells = z.array(z.string());

/** Whose paper a file was, and what it was laid out for, as it was noted. */
export const NotedLetterhead = z.object({
  seller: z.string(),
  paper: z.enum(['a4', 'letter']),
  timeZone: z.string(),
});

const Noted = NotedLetterhead.extend({
  facts: z.array(z.tuple([z.string(), z.string()])),
  tables: z.array(
    z.object({
      title: z.string(),
      words: z.string(),
      heads: cells,
      rows: z.array(cells),
      total: cells.nullable(),
    }),
  ),
});

/** What stood in a file, in words, because it hangs on rates, settings or habits that are kept only as they are now. */
export type NotedSheets = z.output<typeof Noted>;

/** Reads what was noted with a file. @throws ZodError when it is none of ours. */
export function readNotedSheets(noted: unknown): NotedSheets {
  return Noted.parse(noted);
}
