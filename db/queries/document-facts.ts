import { and, asc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import { DEBIT_KINDS, type DocumentKind } from '@/lib/domain/documents';
import { type Minor, toMinor, ZERO } from '@/lib/domain/money';
import { Refusal } from '@/lib/refusal';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';

/** What a command must know of a posted document before it does something about it. */
export interface DocumentFacts {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly documentDate: PlainDate;
  /** Signed: debits above 0, credits below. */
  readonly amountMinor: Minor;
  readonly reason: string | null;
  readonly relatesToId: string | null;
  readonly isReversed: boolean;
}

/** The document of this id, or the one that the open item of this id belongs to; null when there is neither. */
export async function documentFacts(tx: Tx, id: string): Promise<DocumentFacts | null> {
  const [row] = await tx
    .select({
      documentId: documents.id,
      kind: documents.kind,
      number: documents.number,
      customerId: documents.customerId,
      currency: documents.currency,
      documentDate: documents.documentDate,
      amountMinor: documents.amountMinor,
      reason: documents.reason,
      relatesToId: documents.relatesToId,
      // By its table's name: of a single table drizzle writes columns bare, and bare it would be r's own.
      isReversed: sql<boolean>`exists (select from documents r where r.reverses_id = documents.id)`,
    })
    .from(documents)
    .where(
      sql`${documents.id} in (select ${id}::uuid union all select i.document_id from ${openItems} i where i.id = ${id})`,
    );
  return row ?? null;
}

/**
 * The invoice, fee or other debit of this id, which must be of the account that is meant.
 * @throws Refusal `not_found`, `customer_mismatch`, `currency_mismatch`, `already_reversed`.
 */
export async function debitFacts(
  tx: Tx,
  id: string,
  account: { readonly customerId: string; readonly currency: string },
  field: string,
): Promise<DocumentFacts> {
  const found = await documentFacts(tx, id);
  if (!found || !(DEBIT_KINDS as readonly DocumentKind[]).includes(found.kind))
    throw new Refusal('not_found', 'That invoice does not exist.', field);
  if (found.customerId !== account.customerId)
    throw new Refusal('customer_mismatch', `${found.number} belongs to another customer.`, field);
  if (found.currency !== account.currency)
    throw new Refusal('currency_mismatch', `${found.number} is in ${found.currency}.`, field);
  if (found.isReversed) throw new Refusal('already_reversed', `${found.number} was voided.`, field);
  return found;
}

/** The payment, credit memo or other refundable credit of this id. @throws Refusal `not_found`. */
export async function creditFacts(tx: Tx, id: string, field: string): Promise<DocumentFacts> {
  const found = await documentFacts(tx, id);
  if (!found || !REFUNDABLE.includes(found.kind))
    throw new Refusal('not_found', 'That payment or credit memo does not exist.', field);
  return found;
}

/** Credit that nothing has taken yet. */
export interface CreditLeft {
  readonly creditItemId: string;
  readonly documentId: string;
  readonly number: string;
  readonly effectiveOn: PlainDate;
  /** Above 0. */
  readonly leftMinor: Minor;
}

/** Kinds of credit that are the customer's money, and may be paid back. */
export const REFUNDABLE: DocumentKind[] = ['payment', 'credit_memo', 'opening_credit', 'transfer_out'];

/** What is left of one credit document, or of all refundable credits of an account, oldest first. */
export async function creditsLeft(
  tx: Tx,
  of: { readonly documentId: string } | { readonly customerId: string; readonly currency: string },
): Promise<CreditLeft[]> {
  const where: SQL | undefined =
    'documentId' in of
      ? eq(openItems.documentId, of.documentId)
      : and(eq(openItems.customerId, of.customerId), eq(openItems.currency, of.currency));
  const rows = await tx
    .select({
      creditItemId: openItems.id,
      documentId: openItems.documentId,
      number: documents.number,
      effectiveOn: openItems.effectiveOn,
      openMinor: openItems.openMinor,
    })
    .from(openItems)
    .innerJoin(documents, eq(documents.id, openItems.documentId))
    .where(and(where, inArray(openItems.kind, REFUNDABLE), lt(openItems.openMinor, ZERO)))
    .orderBy(asc(openItems.effectiveOn), asc(openItems.id))
    .limit(MAX_CREDITS);
  return rows.map(({ openMinor, ...row }) => ({ ...row, leftMinor: toMinor(-openMinor) }));
}

/** More credits than this are not paid back at once. */
const MAX_CREDITS = 500;
