import { and, asc, eq, lte, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { PlainDate } from '@/lib/domain/dates';
import type { InvoicePart, InvoiceStanding } from '@/lib/domain/invoice-standing';
import { ZERO } from '@/lib/domain/money';
import { openMinorAt, sumMinor } from '../expressions';
import { documents } from '../schema/documents';
import { allocations, openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What settled an invoice by the close of a day, instalment by instalment, and what else about it is open then. */
export async function invoiceStanding(tx: Tx, documentId: string, asOf: PlainDate): Promise<InvoiceStanding> {
  const moment = { asOf, knownAt: null };
  const parts = await settledParts(tx, documentId, asOf);
  const open = openMinorAt(moment);
  const [about] = await tx
    .select({
      lateFeesMinor: sumMinor(open, sql`${documents.kind} = 'late_fee'`),
      memosLeftMinor: sumMinor(sql`-${open}`, sql`${documents.kind} = 'credit_memo'`),
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .where(and(eq(documents.relatesToId, documentId), lte(openItems.effectiveOn, asOf)));
  const [own] = await tx
    .select({ finallyMinor: sumMinor(openItems.openMinor) })
    .from(openItems)
    .where(eq(openItems.documentId, documentId));
  return {
    parts,
    ...(about ?? { lateFeesMinor: ZERO, memosLeftMinor: ZERO }),
    finallyMinor: own?.finallyMinor ?? ZERO,
  };
}

const credits = alias(openItems, 'credits');
const papers = alias(documents, 'papers');

/** By instalment and kind of credit; what was taken back is taken off. */
async function settledParts(tx: Tx, documentId: string, asOf: PlainDate): Promise<InvoicePart[]> {
  const rows = await tx
    .select({
      itemId: openItems.id,
      kind: credits.kind,
      aboutId: papers.relatesToId,
      amountMinor: sumMinor(allocations.amountMinor),
    })
    .from(openItems)
    .innerJoin(allocations, eq(allocations.debitItemId, openItems.id))
    .innerJoin(credits, eq(credits.id, allocations.creditItemId))
    .innerJoin(papers, eq(papers.id, credits.documentId))
    .where(
      and(
        eq(openItems.documentId, documentId),
        lte(allocations.effectiveOn, asOf),
        ne(credits.kind, 'reversal'),
      ),
    )
    .groupBy(openItems.id, credits.kind, papers.relatesToId)
    .orderBy(asc(openItems.id));
  return rows.map(({ aboutId, ...row }) => ({ ...row, isAbout: aboutId === documentId }));
}
