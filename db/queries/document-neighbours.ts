import { and, type SQL, sql } from 'drizzle-orm';
import type { DocumentCursor } from '@/lib/document-filters';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** As far as rows are counted on either side of a document. */
const FARTHEST = 1_000;

/** Where a document stands in a list. */
export interface Neighbours {
  /** The documents before and after it; null at either end. */
  readonly previousId: string | null;
  readonly nextId: string | null;
  /** Its place, from 1, and how many there are; null when it is not among them, or either is more than a thousand rows away. */
  readonly place: { readonly at: number; readonly of: number } | null;
}

/** The neighbours of a document in the list of those that `where` matches, newest first, whether or not it is one of them. */
export async function neighboursOf(tx: Tx, where: SQL | undefined, own: DocumentCursor): Promise<Neighbours> {
  const newer = await side(tx, and(where, sql`${KEY} > ${keyOf(own)}`), NEAREST_NEWER);
  const older = await side(tx, and(where, sql`${KEY} <= ${keyOf(own)}`), NEAREST_OLDER);
  const isListed = older.firstId === own[2];
  const isCounted = isListed && newer.count <= FARTHEST && older.count <= FARTHEST;
  return {
    previousId: newer.firstId,
    nextId: isListed ? older.secondId : older.firstId,
    place: isCounted ? { at: newer.count + 1, of: newer.count + older.count } : null,
  };
}

const KEY = sql`(${documents.documentDate}, ${documents.number}, ${documents.id})`;
const NEAREST_NEWER = sql`${documents.documentDate}, ${documents.number}, ${documents.id}`;
const NEAREST_OLDER = sql`${documents.documentDate} desc, ${documents.number} desc, ${documents.id} desc`;

function keyOf([on, number, id]: DocumentCursor): SQL {
  return sql`(${on}::date, ${number}, ${id}::uuid)`;
}

/** The two nearest documents on one side, and how many there are, not looking farther than `FARTHEST`. */
async function side(tx: Tx, where: SQL | undefined, order: SQL) {
  const near = sql`(select ${documents.id} as id, row_number() over (order by ${order}) as n from ${documents}
    where ${where} order by ${order} limit ${FARTHEST + 1})`;
  const [row] = await tx.execute<{ count: number; firstId: string | null; secondId: string | null }>(
    sql`select count(*)::int as "count", (array_agg(id) filter (where n = 1))[1] as "firstId",
      (array_agg(id) filter (where n = 2))[1] as "secondId" from ${near} near`,
  );
  if (!row) throw new Error('a sum without a row');
  return row;
}
