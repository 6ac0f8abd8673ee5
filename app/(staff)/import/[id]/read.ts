import 'server-only';
import { checkImport, type ImportCheck } from '@/db/commands/import-check';
import { type ImportRow, importById, sameFileBooked } from '@/db/queries/imports';
import { withScope } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { ImportKind } from '@/lib/import/fields';

/** Milliseconds that a dry run of 200,000 rows may take. */
const WITHIN = 60_000;

/** An import, and the latest other one of the very same file that was booked. Null when it is not there. */
export function readImport(actor: StaffActor, id: string): Promise<ImportPage | null> {
  return withScope(actor, 'read', async (tx) => {
    const row = await importById(tx, id);
    return row && { row, before: await sameFileBooked(tx, id) };
  });
}

/** What a page needs to know of an import before the dry run. */
export interface ImportPage {
  readonly row: ImportRow;
  readonly before: { readonly id: string; readonly bookedAt: Date } | null;
}

/** What an import holds; null when it is not there. */
export async function importKind(actor: StaffActor, id: string): Promise<ImportKind | null> {
  return (await withScope(actor, 'read', (tx) => importById(tx, id)))?.kind ?? null;
}

/** The dry run of an import. */
export function readCheck(actor: StaffActor, id: string): Promise<ImportCheck> {
  return withScope(actor, 'read', (tx) => checkImport(tx, actor, id), WITHIN);
}
