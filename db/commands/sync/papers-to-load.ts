import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ContactFact, Fact, PaperFact } from '@/lib/sources/facts';
import { customers } from '../../schema/customers';
import { documents } from '../../schema/documents';
import { sourceRows } from '../../schema/source-rows';
import type { Tx } from '../../scope';

/** Papers that are booked in one transaction. */
const CHUNK = 1_000;

const contact = alias(sourceRows, 'contact');
const reversal = alias(documents, 'reversal');
const depositReversal = alias(documents, 'deposit_reversal');

/** A row that is to be booked, with what stands for it and whose it is. */
export interface PaperToLoad {
  readonly sourceId: string;
  readonly fact: Exclude<Fact, ContactFact> | null;
  readonly isAnother: boolean;
  readonly isGone: boolean;
  readonly booked: string | null;
  readonly bookedFor: string | null;
  readonly documentId: string | null;
  /** A deposit that nobody has reversed. */
  readonly depositId: string | null;
  /** Whether a document was booked and nobody has reversed it. */
  readonly isStanding: boolean;
  readonly isContactKnown: boolean;
  readonly customerId: string | null;
  readonly isArchived: boolean;
}

/** Some rows that were checked and are to be booked; what goes away comes first, so that its number is free for others. */
export async function papersToLoad(
  tx: Tx,
  connectionId: string,
  object: PaperFact['object'] | 'payment',
): Promise<PaperToLoad[]> {
  const rows = await tx
    .select({
      sourceId: sourceRows.sourceId,
      fact: sourceRows.fact,
      isAnother: sql<boolean>`coalesce((${sourceRows.fix}->>'isAnother')::boolean, false)`,
      isGone: sql<boolean>`${sourceRows.goneAt} is not null`,
      booked: sourceRows.booked,
      bookedFor: sourceRows.customerId,
      documentId: sourceRows.documentId,
      depositId: sql<string | null>`case when ${depositReversal.id} is null then ${sourceRows.depositId} end`,
      isStanding: sql<boolean>`${sourceRows.documentId} is not null and ${reversal.id} is null`,
      isContactKnown: sql<boolean>`${contact.sourceId} is not null`,
      customerId: contact.customerId,
      isArchived: sql<boolean>`${customers.archivedAt} is not null`,
    })
    .from(sourceRows)
    .leftJoin(
      contact,
      and(
        eq(contact.connectionId, sourceRows.connectionId),
        eq(contact.object, 'contact'),
        eq(contact.sourceId, sourceRows.contactId),
      ),
    )
    .leftJoin(customers, eq(customers.id, contact.customerId))
    .leftJoin(reversal, eq(reversal.reversesId, sourceRows.documentId))
    .leftJoin(depositReversal, eq(depositReversal.reversesId, sourceRows.depositId))
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        eq(sourceRows.object, object),
        eq(sourceRows.state, 'checked'),
      ),
    )
    .orderBy(sql`${sourceRows.goneAt} is null`, asc(sourceRows.sourceId))
    .limit(CHUNK);
  return rows.map(({ fact, ...row }) => ({ ...row, fact: fact && fact.object !== 'contact' ? fact : null }));
}
