import { createHash } from 'node:crypto';
import type { Actor } from '@/lib/actor';
import { decodeFile } from '@/lib/import/decode';
import { guessMapping } from '@/lib/import/guess-mapping';
import type { Mapping } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import { imports } from '../schema/imports';
import type { Tx } from '../scope';
import type { ImportFile } from './import-check';

const LONGEST_NAME = 200; // characters of a file name

/**
 * Keeps a file together with the guess of what its columns are. Nothing is booked by it.
 * @throws Refusal `invalid` when the file cannot be read.
 */
export async function saveImport(
  tx: Tx,
  actor: Actor,
  { kind, bytes, mapping, fileName }: ImportFile & { readonly fileName: string },
): Promise<{ importId: string; mapping: Mapping }> {
  const table = parseTable(decodeFile(bytes).text);
  const used = mapping ?? guessMapping(kind, table, actor.org);
  const [saved] = await tx
    .insert(imports)
    .values({
      kind,
      fileName: fileNameOf(fileName),
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      file: bytes,
      mapping: used,
      rowCount: table.rows.length + table.problems.length,
      createdBy: actor.userId,
    })
    .returning({ id: imports.id });
  if (!saved) throw new Error('the import was not saved');
  return { importId: saved.id, mapping: used };
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
