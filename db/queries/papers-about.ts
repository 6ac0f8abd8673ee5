import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import type { Minor } from '@/lib/domain/money';
import { knownBy, type Moment } from '../expressions';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';

/** A document that was posted because of another one: a credit memo or fee of an invoice, a refund of a payment. */
export interface PaperAbout {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly documentDate: PlainDate;
  /** Signed: debits above 0, credits below. */
  readonly amountMinor: Minor;
  readonly isReversed: boolean;
}

/** More papers about one document than this are not listed. */
const MAX_PAPERS = 200;

/** What was posted about a document by a moment, oldest first. For staff. */
export function papersAbout(tx: Tx, documentId: string, moment: Moment): Promise<PaperAbout[]> {
  const { knownAt } = moment;
  const known = knownAt === null ? sql`` : sql`and r.recorded_at <= ${knownAt}`;
  return tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      documentDate: documents.documentDate,
      amountMinor: documents.amountMinor,
      isReversed: sql<boolean>`exists (select from documents r where r.reverses_id = documents.id
        and r.document_date <= ${moment.asOf} ${known})`,
    })
    .from(documents)
    .where(
      and(
        eq(documents.relatesToId, documentId),
        lte(documents.documentDate, moment.asOf),
        knownBy(documents.recordedAt, moment),
      ),
    )
    .orderBy(asc(documents.documentDate), asc(documents.id))
    .limit(MAX_PAPERS);
}
