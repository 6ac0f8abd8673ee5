import { eq, sql } from 'drizzle-orm';
import { Refusal } from '@/lib/refusal';
import { imports } from '../schema/imports';
import type { Tx } from '../scope';
import { lockCustomers } from './lock-customers';

/** Told between chunks of a long import: how many of how many rows are done. The transaction may start over at 0. */
export type OnProgress = (done: number, total: number) => void;

/** Rows that one round of a long import writes. */
export const IMPORT_CHUNK = 2_000;

/** An import as it stands while nobody else can book or undo it. */
export interface LockedImport {
  readonly id: string;
  readonly kind: (typeof imports.$inferSelect)['kind'];
  readonly fileName: string;
  /** With `customerIds`: whom it created or brought back. */
  readonly summary: unknown;
  readonly bookedAt: Date | null;
  readonly undoneAt: Date | null;
}

/**
 * Locks an import, and with it all importing of the organization, so that each import sees what the others booked.
 * @throws Refusal `not_found`, or `import_in_use` while somebody else is at it.
 */
export async function lockImport(tx: Tx, importId: string): Promise<LockedImport> {
  const [seen] = await tx.select({ id: imports.id }).from(imports).where(eq(imports.id, importId));
  if (!seen) throw new Refusal('not_found', 'That import does not exist.');
  await lockImporting(tx);
  const [locked] = await tx
    .select({
      id: imports.id,
      kind: imports.kind,
      fileName: imports.fileName,
      summary: imports.summary,
      bookedAt: imports.bookedAt,
      undoneAt: imports.undoneAt,
    })
    .from(imports)
    .where(eq(imports.id, importId))
    .for('update');
  if (!locked) throw new Refusal('not_found', 'That import does not exist.');
  return locked;
}

/** Lets one import of the organization at a time write. @throws Refusal `import_in_use` while another does. */
export async function lockImporting(tx: Tx): Promise<void> {
  const [lock] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('import ' || app.org_id(), 0)) as taken`,
  );
  if (!lock?.taken)
    throw new Refusal(
      'import_in_use',
      'Another import of your business is under way. Wait until it is done, then try again.',
    );
}

/** Locks any number of customers in id order, before anything else is locked: nobody can wait for us in a circle. */
export async function lockAllCustomers(tx: Tx, ids: Iterable<string>): Promise<void> {
  const ordered = [...new Set(ids)].toSorted();
  for (let at = 0; at < ordered.length; at += IMPORT_CHUNK)
    await lockCustomers(tx, ordered.slice(at, at + IMPORT_CHUNK));
}
