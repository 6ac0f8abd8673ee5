import { bookImport } from '@/db/commands/import-book';
import { checkFile, type ImportCheck } from '@/db/commands/import-check';
import type { OnProgress } from '@/db/commands/import-lock';
import { saveImport } from '@/db/commands/import-save';
import { undoImport } from '@/db/commands/import-undo';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { ImportKind } from '@/lib/import/fields';
import type { Mapping } from '@/lib/import/mapping';

/** Long work may take this long, in milliseconds. */
const LONG = 600_000;

/** How a test imports: everything has a default but the file. */
export interface Importing {
  readonly refused?: 'stop' | 'skip';
  /** Laid over the guess. */
  readonly mapping?: Partial<Mapping>;
  readonly onProgress?: OnProgress;
}

/** What a file would do, without storing it. */
export function check(
  actor: StaffActor,
  kind: ImportKind,
  file: string | Uint8Array,
  mapping: Partial<Mapping> = {},
): Promise<ImportCheck> {
  const bytes = bytesOf(file);
  return withScope(
    actor,
    'read',
    async (tx) => {
      const guess = await checkFile(tx, actor, { kind, bytes });
      if (Object.keys(mapping).length === 0) return guess;
      return checkFile(tx, actor, { kind, bytes, mapping: { ...guess.mapping, ...mapping } });
    },
    LONG,
  );
}

/** Stores a file. */
export async function save(
  actor: StaffActor,
  kind: ImportKind,
  file: string | Uint8Array,
  mapping: Partial<Mapping> = {},
): Promise<string> {
  const bytes = bytesOf(file);
  const { mapping: guess } = await check(actor, kind, bytes);
  const saved = await withScope(
    actor,
    'write',
    (tx) =>
      saveImport(tx, actor, { kind, bytes, fileName: `${kind}.csv`, mapping: { ...guess, ...mapping } }),
    LONG,
  );
  return saved.importId;
}

/** Books a stored import. */
export function book(actor: StaffActor, importId: string, how: Importing = {}) {
  const { refused = 'stop', onProgress } = how;
  return withScope(
    actor,
    'write',
    (tx) => bookImport(tx, actor, { importId, refused, ...(onProgress ? { onProgress } : {}) }),
    LONG,
  );
}

/** Stores a file and books it. */
export async function importFile(
  actor: StaffActor,
  kind: ImportKind,
  file: string | Uint8Array,
  how: Importing = {},
) {
  const importId = await save(actor, kind, file, how.mapping);
  return { importId, ...(await book(actor, importId, how)) };
}

/** Undoes a booked import. */
export function undo(actor: StaffActor, importId: string) {
  return withScope(actor, 'write', (tx) => undoImport(tx, actor, { importId }), LONG);
}

function bytesOf(file: string | Uint8Array): Uint8Array {
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}
