'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { discardImport as discard, setImportMapping } from '@/db/commands/import-mapping';
import { isPlainDate } from '@/lib/domain/dates';
import { toMapping } from './input';

const columns = z.union([
  z
    .string()
    .max(40)
    .transform((one) => [one]),
  z.array(z.string().max(40)).max(500),
]);

/** Reads the file anew with these columns; the page shows what would happen now. */
export const checkAgain = formAction({
  may: 'books:import',
  verb: 'import_mapped',
  input: z.object({
    importId: z.uuid(),
    column: columns,
    dateOrder: z.enum(['mdy', 'dmy']),
    decimal: z.enum(['point', 'comma']),
    createCustomers: z.literal('on').optional(),
    oldest: z.literal('on').optional(),
    asOf: z
      .union([z.literal(''), z.string().refine(isPlainDate, 'Enter the day, such as “31 Dec”.')])
      .optional()
      .transform((day) => day || undefined),
  }),
  run: async (tx, _actor, input) => {
    await setImportMapping(tx, input.importId, (kind) => toMapping(kind, input));
    return { message: 'Checked again.' };
  },
  stale: ['/import'],
});

/** Forgets a file that was not imported. */
export const discardImport = formAction({
  may: 'books:import',
  verb: 'import_discarded',
  input: z.object({ importId: z.uuid() }),
  run: async (tx, _actor, { importId }) => {
    const { fileName } = await discard(tx, importId);
    return { message: `Removed ${fileName}. Nothing of it was imported.` };
  },
  // The page it stands on is gone with it: the form leads away.
  stale: [],
});
