import { createHash } from 'node:crypto';
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { decodeFile } from '@/lib/import/decode';
import type { ImportKind } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import { guessDateOrder, guessDecimal } from '@/lib/import/guess-style';
import { type Mapping, mappingSchema } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import type { Table } from '@/lib/import/table';
import { imports } from '../schema/imports';
import type { Tx } from '../scope';
import type { ImportFile } from './import-check';

const LONGEST_NAME = 200; // characters of a file name

/**
 * Keeps a file with what its columns are: as in the last file of its kind with the very same ones that was booked, else a guess. Books
 * nothing.
 * @throws Refusal `invalid` when the file cannot be read.
 */
export async function saveImport(
  tx: Tx,
  actor: Actor,
  { kind, bytes, mapping, fileName }: ImportFile & { readonly fileName: string },
): Promise<{ importId: string; mapping: Mapping }> {
  const table = parseTable(decodeFile(bytes).text);
  const used = mapping ?? (await remembered(tx, kind, table)) ?? guessMapping(kind, table, actor.org);
  const [saved] = await tx
    .insert(imports)
    .values({
      kind,
      fileName: fileNameOf(fileName),
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      file: bytes,
      mapping: used,
      header: table.header,
      rowCount: table.rows.length + table.problems.length,
      createdBy: actor.userId,
    })
    .returning({ id: imports.id });
  if (!saved) throw new Error('the import was not saved');
  return { importId: saved.id, mapping: used };
}

/** How the last file with these columns whose booking stands was read, but for the day of its balances; null when there is none. */
async function remembered(tx: Tx, kind: ImportKind, table: Table): Promise<Mapping | null> {
  const [last] = await tx
    .select({ mapping: imports.mapping })
    .from(imports)
    .where(
      and(
        eq(imports.kind, kind),
        isNotNull(imports.bookedAt),
        isNull(imports.undoneAt),
        sql`${imports.header} = ${JSON.stringify(table.header)}::jsonb`,
      ),
    )
    .orderBy(desc(imports.bookedAt))
    .limit(1);
  if (!last) return null;
  const { asOf: _asOf, ...mapping } = mappingSchema.parse(last.mapping);
  // Days and amounts of this file say themselves how they are written, if they do.
  return {
    ...mapping,
    dateOrder: guessDateOrder(kind, table, mapping).order ?? mapping.dateOrder,
    decimal: guessDecimal(kind, table, mapping).style ?? mapping.decimal,
  };
}

/** The last part of a path, in one line. */
function fileNameOf(given: string): string {
  const name = given
    .replace(/\p{C}+/gu, ' ')
    .split(/[/\\]/)
    .at(-1)
    ?.trim();
  return (name || 'import.csv').slice(-LONGEST_NAME);
}
