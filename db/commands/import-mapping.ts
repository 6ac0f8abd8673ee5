import { and, eq, isNull } from 'drizzle-orm';
import { decodeFile } from '@/lib/import/decode';
import { IMPORT_FIELDS, type ImportKind } from '@/lib/import/fields';
import { guessDateOrder, guessDecimal } from '@/lib/import/guess-style';
import { fitting, type Mapping } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import { Refusal } from '@/lib/refusal';
import { importFile } from '../queries/imports';
import { imports } from '../schema/imports';
import type { Tx } from '../scope';

/**
 * Says how a stored file is to be read. When other columns hold its days or amounts than before, how those are written
 * is read from them anew.
 * @throws Refusal `not_found`, also once it is booked.
 */
export async function setImportMapping(
  tx: Tx,
  importId: string,
  wanted: (kind: ImportKind) => Mapping,
): Promise<void> {
  const file = await importFile(tx, importId);
  if (!file) throw new Refusal('not_found', NOT_OPEN);
  const { kind, mapping: before, bytes } = file;
  const table = parseTable(decodeFile(bytes).text);
  const mapping = fitting(wanted(kind), kind, table.header.length);
  const isMoved = (type: 'date' | 'amount') =>
    IMPORT_FIELDS[kind].some((f) => f.type === type && mapping.columns[f.id] !== before?.columns[f.id]);
  const order = isMoved('date') ? guessDateOrder(kind, table, mapping).order : null;
  const style = isMoved('amount') ? guessDecimal(kind, table, mapping).style : null;
  const changed = await tx
    .update(imports)
    .set({
      mapping: { ...mapping, dateOrder: order ?? mapping.dateOrder, decimal: style ?? mapping.decimal },
    })
    .where(and(eq(imports.id, importId), isNull(imports.bookedAt)))
    .returning({ id: imports.id });
  if (changed.length === 0) throw new Refusal('not_found', NOT_OPEN);
}

/** Forgets a file that was not booked. @throws Refusal `not_found`, also once it is booked. */
export async function discardImport(tx: Tx, importId: string): Promise<{ fileName: string }> {
  const [gone] = await tx
    .delete(imports)
    .where(and(eq(imports.id, importId), isNull(imports.bookedAt)))
    .returning({ fileName: imports.fileName });
  if (!gone) throw new Refusal('not_found', NOT_OPEN);
  return gone;
}

const NOT_OPEN =
  'This import does not exist any more, or it was booked meanwhile. Look at the list of imports.';
