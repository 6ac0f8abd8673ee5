import { and, asc, inArray, isNotNull } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { later, type PlainDate } from '@/lib/domain/dates';
import type { DocumentSource } from '@/lib/domain/documents';
import { Refusal } from '@/lib/refusal';
import { inChunks } from '../chunks';
import { bookRules, firstOpenDay } from '../queries/book-rules';
import type { DocumentRate } from '../queries/exchange-rates';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { allocate, magnitude } from './allocate';
import { endClaims } from './end-claims';
import { lockCustomers } from './lock-customers';
import { type Posted, type Posting, postDocuments } from './post-documents';
import { reversedAlong } from './reversed-along';
import { undoAllocationsOf } from './undo-allocations';

/** How documents are to be reversed. */
export interface ReverseDocuments {
  readonly documentIds: readonly string[];
  /** The day the reversal happened; a document is never reversed before its own day. Left out: that day, if still open. */
  readonly on?: PlainDate;
  readonly reason: string;
  /** Refunds given from the reversed credits were entered by mistake too. Left out: they stay, and are owed again. */
  readonly withRefunds?: boolean;
  readonly source: DocumentSource;
}

/** A document that was reversed, and what reverses it. */
export interface Reversed {
  readonly document: typeof documents.$inferSelect;
  readonly reversal: Posted;
}

/**
 * Reverses documents: takes back what they paid or what paid them, then posts the opposite document and settles the
 * pair. Invoices that a bounced payment had paid are open again with their own due days. What makes no sense without
 * them is reversed along; it is in the answer. What customers claimed or promised of them ends; beyond that it notes no activity.
 * @throws Refusal `not_found`, `already_reversed`, `cannot_reverse` (a reversal itself), `period_locked`.
 */
export async function reverseDocuments(tx: Tx, actor: Actor, input: ReverseDocuments): Promise<Reversed[]> {
  const found = await lockTogether(tx, input);
  await assertReversible(tx, found);
  const rules = await bookRules(tx);
  const ids = found.map((document) => document.id);
  // Before anything is undone, so that what was paid counts for the promises that it kept.
  await endClaims(tx, actor, { documentIds: ids, reason: input.reason });
  const items = await itemsOf(tx, ids);
  await undoAllocationsOf(
    tx,
    actor,
    [...items.values()].flat().map((item) => item.id),
    input.on,
  );
  const postings = found.map((document): Posting => {
    const day = later(input.on ?? document.documentDate, document.documentDate);
    return {
      kind: 'reversal',
      customerId: document.customerId,
      documentDate: input.on ? day : firstOpenDay(day, rules),
      currency: document.currency,
      instalments: itemsIn(items, document.id).map((item) => ({
        dueOn: item.dueOn,
        amountMinor: magnitude(item.amountMinor),
      })),
      taxMinor: magnitude(document.taxMinor),
      reason: input.reason,
      reverses: { documentId: document.id, asCredit: document.amountMinor > 0 },
      rate: rateOf(document),
      source: input.source,
    };
  });
  const posted = await postDocuments(tx, actor, postings);
  const matches = found.flatMap((document, at) =>
    itemsIn(items, document.id).flatMap((item, i) => {
      const mirror = posted[at]?.itemIds[i];
      if (!mirror) throw new Error('a reversal lacks an item');
      const amountMinor = magnitude(item.amountMinor);
      if (amountMinor === 0) return [];
      return item.amountMinor > 0
        ? [{ debitItemId: item.id, creditItemId: mirror, amountMinor }]
        : [{ debitItemId: mirror, creditItemId: item.id, amountMinor }];
    }),
  );
  await allocate(tx, actor, matches);
  return found.flatMap((document, at) => (posted[at] ? [{ document, reversal: posted[at] }] : []));
}

/** Locks the customers of all that is reversed, and looks again once nobody else can change what belongs together. */
async function lockTogether(tx: Tx, { documentIds, withRefunds = false }: ReverseDocuments) {
  const look = async () => documentsOf(tx, await reversedAlong(tx, documentIds, { withRefunds }));
  const customersOf = (found: Awaited<ReturnType<typeof look>>) =>
    found.map((document) => document.customerId);
  const seen = await look();
  if (!documentIds.every((id) => seen.some((document) => document.id === id)))
    throw new Refusal('not_found', 'That document does not exist.');
  await lockCustomers(tx, customersOf(seen));
  const found = await look();
  await lockCustomers(tx, customersOf(found));
  return found;
}

/** The rate that a document was posted with: its reversal takes back the very same amount in the base currency. */
function rateOf({ rateToBase, rateOn, rateSource }: typeof documents.$inferSelect): DocumentRate | null {
  return rateToBase && rateOn && rateSource ? { rateToBase, rateOn, rateSource } : null;
}

async function documentsOf(tx: Tx, ids: readonly string[]) {
  const found: (typeof documents.$inferSelect)[] = [];
  await inChunks([...ids], async (chunk) => {
    found.push(
      ...(await tx.select().from(documents).where(inArray(documents.id, chunk)).orderBy(asc(documents.id))),
    );
  });
  return found;
}

async function assertReversible(tx: Tx, found: readonly (typeof documents.$inferSelect)[]): Promise<void> {
  const itself = found.find((document) => document.kind === 'reversal');
  if (itself)
    throw new Refusal('cannot_reverse', `${itself.number} is a reversal. Post the document again instead.`);
  await inChunks(
    found.map((document) => document.id),
    async (chunk) => {
      const [reversal] = await tx
        .select({ reversesId: documents.reversesId })
        .from(documents)
        .where(and(isNotNull(documents.reversesId), inArray(documents.reversesId, chunk)))
        .limit(1);
      const original = found.find((document) => document.id === reversal?.reversesId);
      if (original) throw new Refusal('already_reversed', `${original.number} was already reversed.`);
    },
  );
}

type Item = Pick<typeof openItems.$inferSelect, 'id' | 'documentId' | 'amountMinor' | 'dueOn'>;

async function itemsOf(tx: Tx, documentIds: readonly string[]): Promise<Map<string, Item[]>> {
  const byDocument = new Map<string, Item[]>();
  await inChunks([...documentIds], async (chunk) => {
    const rows = await tx
      .select({
        id: openItems.id,
        documentId: openItems.documentId,
        amountMinor: openItems.amountMinor,
        dueOn: openItems.dueOn,
      })
      .from(openItems)
      .where(inArray(openItems.documentId, chunk))
      .orderBy(asc(openItems.instalment));
    for (const row of rows) byDocument.set(row.documentId, [...itemsIn(byDocument, row.documentId), row]);
  });
  return byDocument;
}

function itemsIn(items: ReadonlyMap<string, Item[]>, documentId: string): Item[] {
  return items.get(documentId) ?? [];
}
