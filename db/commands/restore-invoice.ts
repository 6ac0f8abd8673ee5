import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Actor } from '@/lib/actor';
import { toMinor } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { documentLinesOf } from '../queries/document-parts';
import { discountTerms, documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { allocate, type Match } from './allocate';
import { lockCustomer } from './lock-customers';
import { type Posted, type Posting, postDocuments } from './post-documents';
import { recordActivity } from './record-activity';

/**
 * Posts an invoice again that was voided in error: a document of its own, with a number of its own, which names the first one.
 * Money and credits that the void had taken off it are applied to it again, as far as they are still unapplied.
 * @throws Refusal `not_found`, `cannot_reverse` (it stands), `duplicate` (restored before), `period_locked`, `customer_archived`.
 */
export async function restoreInvoice(
  tx: Tx,
  actor: Actor,
  { documentId }: { readonly documentId: string },
): Promise<{ documentId: string; number: string }> {
  const [seen] = await tx.select().from(documents).where(eq(documents.id, documentId));
  if (seen?.kind !== 'invoice') throw new Refusal('not_found', 'That invoice does not exist.');
  await lockCustomer(tx, seen.customerId);
  const reversal = await standingReversal(tx, documentId);
  const items = await itemsOf(tx, documentId);
  const [posted] = await postDocuments(tx, actor, [await postingOf(tx, seen, items)]);
  if (!posted) throw new Error('the invoice was not posted');
  const [terms] = await tx.select().from(discountTerms).where(eq(discountTerms.documentId, documentId));
  if (terms) await tx.insert(discountTerms).values({ ...terms, documentId: posted.documentId });
  const taken = await takenOff(tx, items, reversal);
  await allocate(tx, actor, matchesOf(taken, items, posted));
  const { number } = posted;
  await recordActivity(tx, actor, {
    verb: 'invoice_restored',
    objectKind: 'document',
    objectId: posted.documentId,
    customerId: seen.customerId,
    before: { number: seen.number },
    after: { number, amountMinor: seen.amountMinor, currency: seen.currency },
  });
  return { documentId: posted.documentId, number };
}

type Row = typeof documents.$inferSelect;
type Item = Pick<typeof openItems.$inferSelect, 'id' | 'dueOn' | 'amountMinor'>;

/** The reversal that made the invoice void, while nothing was posted in its place. */
async function standingReversal(tx: Tx, documentId: string): Promise<Row> {
  const [reversal] = await tx.select().from(documents).where(eq(documents.reversesId, documentId));
  if (!reversal) throw new Refusal('cannot_reverse', 'That invoice is not void.');
  const reversed = alias(documents, 'reversed');
  const [instead] = await tx
    .select({ number: documents.number })
    .from(documents)
    .leftJoin(reversed, eq(reversed.reversesId, documents.id))
    .where(
      and(eq(documents.relatesToId, documentId), eq(documents.kind, 'invoice'), isNull(sql`${reversed.id}`)),
    );
  if (instead) throw new Refusal('duplicate', `${instead.number} was posted in its place already.`);
  return reversal;
}

function itemsOf(tx: Tx, documentId: string): Promise<Item[]> {
  return tx
    .select({ id: openItems.id, dueOn: openItems.dueOn, amountMinor: openItems.amountMinor })
    .from(openItems)
    .where(eq(openItems.documentId, documentId))
    .orderBy(asc(openItems.instalment));
}

async function postingOf(tx: Tx, invoice: Row, items: readonly Item[]): Promise<Posting> {
  const { rateToBase, rateOn, rateSource } = invoice;
  const lines = await documentLinesOf(tx, invoice.id);
  return {
    kind: 'invoice',
    customerId: invoice.customerId,
    documentDate: invoice.documentDate,
    currency: invoice.currency,
    instalments: items.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor })),
    taxMinor: invoice.taxMinor,
    relatesToId: invoice.id,
    source: 'api',
    lines: lines.map(({ position: _position, serviceId, beneficiaryId, ...line }) => ({
      ...line,
      ...(serviceId ? { serviceId } : {}),
      ...(beneficiaryId ? { beneficiaryId } : {}),
    })),
    rate: rateToBase && rateOn && rateSource ? { rateToBase, rateOn, rateSource } : null,
  };
}

/** What the void took off the invoice: what was undone in the same moment, with what is left of each credit now. */
function takenOff(tx: Tx, items: readonly Item[], reversal: Row) {
  const undone = alias(allocations, 'undone');
  const credits = alias(openItems, 'credits');
  return tx
    .select({
      debitItemId: undone.debitItemId,
      creditItemId: undone.creditItemId,
      amountMinor: undone.amountMinor,
      leftMinor: credits.openMinor,
    })
    .from(allocations)
    .innerJoin(undone, eq(undone.id, allocations.reversesId))
    .innerJoin(credits, eq(credits.id, undone.creditItemId))
    .where(
      and(
        inArray(
          allocations.debitItemId,
          items.map((item) => item.id),
        ),
        // To the microsecond, which no Date carries.
        sql`${allocations.recordedAt} = (select recorded_at from ${documents} d where d.id = ${reversal.id})`,
      ),
    )
    .orderBy(asc(undone.effectiveOn), asc(undone.id));
}

function matchesOf(
  taken: Awaited<ReturnType<typeof takenOff>>,
  items: readonly Item[],
  { itemIds }: Posted,
): Match[] {
  const left = new Map(taken.map((each) => [each.creditItemId, Math.abs(each.leftMinor)]));
  return taken.flatMap(({ debitItemId, creditItemId, amountMinor }) => {
    const twin = itemIds[items.findIndex((item) => item.id === debitItemId)];
    const room = left.get(creditItemId) ?? 0;
    const again = toMinor(Math.min(amountMinor, room));
    if (!twin || again <= 0) return [];
    left.set(creditItemId, room - again);
    return [{ debitItemId: twin, creditItemId, amountMinor: again }];
  });
}
