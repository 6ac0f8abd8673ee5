import { and, eq, gt, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import type { Actor } from '@/lib/actor';
import { ZERO } from '@/lib/domain/money';
import { importSummarySchema } from '@/lib/import/summary';
import { countOf } from '@/lib/import/words';
import { Refusal } from '@/lib/refusal';
import { inBulk } from '../bulk';
import { inChunks } from '../chunks';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import { imports } from '../schema/imports';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import {
  IMPORT_CHUNK,
  type LockedImport,
  lockAllCustomers,
  lockImport,
  type OnProgress,
} from './import-lock';
import { recordActivity } from './record-activity';
import { reverseDocuments } from './reverse-documents';

const reversal = alias(documents, 'reversal');
const other = alias(documents, 'other');
const otherItem = alias(openItems, 'other_item');
const undo = alias(allocations, 'undo');
const withCustomers = z.object({ customerIds: z.array(z.string()) });

/** What undoing did. */
export interface UndoneImport {
  readonly reversed: number;
  readonly customersArchived: number;
}

/**
 * Takes a booked import back: every document of it is reversed on its own day (or the first open one), and customers
 * it created are archived unless something else stands on them. Nothing is deleted. One activity row.
 * @throws Refusal `not_found`, `import_in_use` (somebody is at it, or money from elsewhere sits on its documents),
 * `invalid` (never booked), `already_undone`.
 */
export async function undoImport(
  tx: Tx,
  actor: Actor,
  { importId, onProgress = () => {} }: { readonly importId: string; readonly onProgress?: OnProgress },
): Promise<UndoneImport> {
  const locked = await lockImport(tx, importId);
  if (!locked.bookedAt)
    throw new Refusal('invalid', 'This import was never booked. There is nothing to undo.');
  if (locked.undoneAt) throw new Refusal('already_undone', 'This import was already undone.');
  const rows = importSummarySchema.parse(locked.summary).created;
  const standing = await inBulk(tx, rows, () => standingDocuments(tx, importId));
  await lockAllCustomers(
    tx,
    standing.map(({ customerId }) => customerId),
  );
  await inBulk(tx, rows, () => assertUntouched(tx, locked));
  for (let at = 0; at < standing.length; at += IMPORT_CHUNK) {
    onProgress(at, standing.length);
    await reverseDocuments(tx, actor, {
      documentIds: standing.slice(at, at + IMPORT_CHUNK).map(({ id }) => id),
      reason: `Import of ${locked.fileName} undone`,
      source: 'import',
    });
  }
  onProgress(standing.length, standing.length);
  const { customerIds } = withCustomers.parse(locked.summary);
  const customersArchived = await archiveUnused(tx, customerIds);
  await tx.update(imports).set({ undoneAt: sql`now()` }).where(eq(imports.id, importId));
  const undone = { reversed: standing.length, customersArchived };
  await recordActivity(tx, actor, {
    verb: 'import_undone',
    objectKind: 'import',
    objectId: importId,
    before: { kind: locked.kind, fileName: locked.fileName },
    after: undone,
  });
  return undone;
}

/** Documents of the import that nobody reversed since. */
function standingDocuments(tx: Tx, importId: string) {
  return tx
    .select({ id: documents.id, customerId: documents.customerId })
    .from(documents)
    .leftJoin(reversal, eq(reversal.reversesId, documents.id))
    .where(and(eq(documents.importId, importId), isNull(reversal.id)))
    .orderBy(documents.customerId, documents.id);
}

/** What is owed must not be paid from elsewhere; credit must not be refunded. */
async function assertUntouched(tx: Tx, { id: importId, kind }: LockedImport): Promise<void> {
  const paid = await touching(tx, importId, {
    ours: allocations.debitItemId,
    theirs: allocations.creditItemId,
    which: lt(otherItem.amountMinor, ZERO),
  });
  if (paid) throw inUse(paid, `${countOf(kind, paid.count)} of it`, 'Reverse');
  const refunded = await touching(tx, importId, {
    ours: allocations.creditItemId,
    theirs: allocations.debitItemId,
    which: and(gt(otherItem.amountMinor, ZERO), inArray(otherItem.kind, ['refund', 'transfer_in'])),
  });
  if (refunded) throw inUse(refunded, `${countOf(kind, refunded.count)} of it`, 'Reverse');
}

function inUse({ number, by }: Touched, which: string, verb: string): Refusal {
  return new Refusal(
    'import_in_use',
    `${which} ${which.startsWith('1 ') ? 'is' : 'are'} settled with documents from elsewhere, such as ${number} with ${by}. ` +
      `${verb} those first, or undo the import that brought them. Nothing was undone.`,
  );
}

interface Touched {
  readonly count: number;
  readonly number: string;
  readonly by: string;
}

/** Live allocations between the import's standing documents and documents that are not of it. */
async function touching(
  tx: Tx,
  importId: string,
  side: {
    readonly ours: typeof allocations.debitItemId | typeof allocations.creditItemId;
    readonly theirs: typeof allocations.debitItemId | typeof allocations.creditItemId;
    readonly which: SQL | undefined;
  },
): Promise<Touched | undefined> {
  const first = (number: typeof documents.number | typeof other.number) =>
    sql<string>`(array_agg(${number} order by ${documents.number}, ${other.number}))[1]`;
  const [found] = await tx
    .select({
      count: sql<number>`count(distinct ${documents.id})::int`.mapWith(Number),
      number: first(documents.number),
      by: first(other.number),
    })
    .from(documents)
    .innerJoin(openItems, eq(openItems.documentId, documents.id))
    .innerJoin(allocations, eq(side.ours, openItems.id))
    .leftJoin(undo, eq(undo.reversesId, allocations.id))
    .innerJoin(otherItem, eq(otherItem.id, side.theirs))
    .innerJoin(other, eq(other.id, otherItem.documentId))
    .where(
      and(
        eq(documents.importId, importId),
        isNull(allocations.reversesId),
        isNull(undo.id),
        side.which,
        or(isNull(other.importId), ne(other.importId, importId)),
        or(isNull(other.reversesId), ne(other.reversesId, documents.id)),
      ),
    );
  return found && found.count > 0 ? found : undefined;
}

/** Archives those of `ids` on whom nothing stands any more. Answers how many. */
async function archiveUnused(tx: Tx, ids: readonly string[]): Promise<number> {
  let archived = 0;
  await inChunks([...ids], async (chunk) => {
    const rows = await tx
      .update(customers)
      .set({ archivedAt: sql`now()` })
      .where(
        and(
          inArray(customers.id, chunk),
          isNull(customers.archivedAt),
          sql`not exists (select from documents d where d.customer_id = customers.id and d.reverses_id is null
            and not exists (select from documents r where r.reverses_id = d.id))`,
        ),
      )
      .returning({ id: customers.id });
    archived += rows.length;
  });
  return archived;
}
