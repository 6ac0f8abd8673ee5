import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { ImportKind } from '@/lib/import/fields';
import { type Mapping, mappingSchema } from '@/lib/import/mapping';
import { type ImportSummary, importSummarySchema } from '@/lib/import/summary';
import { imports } from '../schema/imports';
import type { Tx } from '../scope';

/** An import without its file. */
export interface ImportRow {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly rowCount: number | null;
  /** Null until somebody set it; then the guess applies. */
  readonly mapping: Mapping | null;
  /** Null until booked. */
  readonly summary: ImportSummary | null;
  readonly createdAt: Date;
  readonly bookedAt: Date | null;
  readonly undoneAt: Date | null;
}

/** The imports of the organization after one of them, newest first, and after which the next page begins. */
export async function importList(
  tx: Tx,
  { limit, after = null }: { readonly limit: number; readonly after?: string | null },
): Promise<{ rows: ImportRow[]; next: string | null }> {
  const found = await importRows(tx)
    .where(
      after === null
        ? undefined
        : sql`(${imports.createdAt}, ${imports.id}) < (select i.created_at, i.id from imports i where i.id = ${after})`,
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit + 1);
  const rows = found.slice(0, limit).map(toImportRow);
  const next = found.length > limit ? (rows.at(-1)?.id ?? null) : null;
  return { rows, next };
}

/** How many there are in all. */
export async function importCount(tx: Tx): Promise<number> {
  return await tx.$count(imports);
}

/** One import; null when there is none. */
export async function importById(tx: Tx, id: string): Promise<ImportRow | null> {
  const [row] = await importRows(tx).where(eq(imports.id, id));
  return row ? toImportRow(row) : null;
}

/** The file of an import and how it is read; null when there is none. */
export async function importFile(
  tx: Tx,
  id: string,
): Promise<{ kind: ImportKind; mapping: Mapping | null; bytes: Uint8Array } | null> {
  const [row] = await tx
    .select({ kind: imports.kind, mapping: imports.mapping, bytes: imports.file })
    .from(imports)
    .where(eq(imports.id, id));
  return row ? { ...row, mapping: toMapping(row.mapping) } : null;
}

/** The latest other import of the very same bytes and kind that was booked and stands; null when there is none. */
export async function sameFileBooked(tx: Tx, id: string): Promise<{ id: string; bookedAt: Date } | null> {
  const [row] = await tx
    .select({ id: imports.id, bookedAt: imports.bookedAt })
    .from(imports)
    .where(
      and(
        ne(imports.id, id),
        isNotNull(imports.bookedAt),
        sql`${imports.undoneAt} is null`,
        sql`(${imports.kind}, ${imports.fileHash}) = (select i.kind, i.file_hash from imports i where i.id = ${id})`,
      ),
    )
    .orderBy(desc(imports.bookedAt))
    .limit(1);
  return row?.bookedAt ? { id: row.id, bookedAt: row.bookedAt } : null;
}

function importRows(tx: Tx) {
  return tx
    .select({
      id: imports.id,
      kind: imports.kind,
      fileName: imports.fileName,
      rowCount: imports.rowCount,
      mapping: imports.mapping,
      // Without the ids of the customers it created, which may be many.
      summary: sql<unknown>`${imports.summary} - 'customerIds'`,
      createdAt: imports.createdAt,
      bookedAt: imports.bookedAt,
      undoneAt: imports.undoneAt,
    })
    .from(imports)
    .$dynamic();
}

function toImportRow({
  mapping,
  summary,
  ...row
}: Awaited<ReturnType<typeof importRows>>[number]): ImportRow {
  return {
    ...row,
    mapping: toMapping(mapping),
    summary: summary === null ? null : importSummarySchema.parse(summary),
  };
}

function toMapping(stored: unknown): Mapping | null {
  return stored === null ? null : mappingSchema.parse(stored);
}
