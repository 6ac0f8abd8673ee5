'use server';
import { z } from 'zod';
import { formAction } from '@/app/_actions/form-action';
import { toMapping } from '@/app/(staff)/import/[id]/input';
import { forgetPayer as forget } from '@/db/commands/forget-payer';
import { removeStatement as remove } from '@/db/commands/remove-statement';
import { nameStatementColumns } from '@/db/commands/take-in-statement';

/** Milliseconds that reading and matching the largest statement may take. */
const LONG = 60_000;

export const nameColumns = formAction({
  may: 'books:import',
  verb: 'statement_columns_form',
  input: z.object({
    statementId: z.uuid(),
    // One column alone arrives as a text.
    column: z.union([
      z
        .string()
        .max(40)
        .transform((one) => [one]),
      z.array(z.string().max(40)).max(500),
    ]),
    dateOrder: z.enum(['mdy', 'dmy']),
    decimal: z.enum(['point', 'comma']),
  }),
  within: LONG,
  run: async (tx, actor, { statementId, ...columns }) => {
    await nameStatementColumns(tx, actor, { statementId, mapping: toMapping('bank', columns) });
    return { message: 'The lines are taken in.' };
  },
  stale: ['/receipts'],
});

export const removeStatement = formAction({
  may: 'books:import',
  verb: 'statement_removed_form',
  input: z.object({ statementId: z.uuid() }),
  run: async (tx, actor, { statementId }) => {
    const { fileName } = await remove(tx, actor, statementId);
    return { message: `${fileName} is removed. Nothing was booked from it.` };
  },
  stale: ['/receipts'],
});

export const forgetPayer = formAction({
  may: 'books:write',
  verb: 'payer_forgotten_form',
  input: z.object({ aliasId: z.uuid() }),
  run: async (tx, actor, { aliasId }) => {
    const { payer } = await forget(tx, actor, aliasId);
    return { message: `“${payer}” is forgotten.` };
  },
  stale: ['/receipts/payers'],
});
