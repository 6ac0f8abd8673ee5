import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { BatchFilters } from '@/lib/batch-filters';
import type { PlainDate } from '@/lib/domain/dates';
import type { Minor } from '@/lib/domain/money';
import { isLabelled } from '../customer-labels';
import { activity } from '../schema/activity';
import { beneficiaries } from '../schema/catalogue';
import { customers } from '../schema/customers';
import { documents } from '../schema/documents';
import type { Tx } from '../scope';
import { creditHolds } from './credit-holds';
import { isNamed } from './customers';

/** Somebody who can be billed in a batch, and why not when that is so. */
export interface BatchCandidate {
  readonly customerId: string;
  readonly customer: string;
  readonly currency: string;
  readonly beneficiary: { readonly id: string; readonly name: string } | null;
  /** Null when it can be billed. */
  readonly refusal: string | null;
}

/** An invoice that a batch posted. */
export interface BatchInvoice {
  readonly documentId: string;
  readonly number: string;
  readonly customer: string;
  readonly currency: string;
  readonly amountMinor: Minor;
}

/** Those whom the filters mean, by name, at most `most`: customers in business, or beneficiaries in use with who pays for them. */
export async function batchCandidates(
  tx: Tx,
  filters: BatchFilters,
  { today, most }: { readonly today: PlainDate; readonly most: number },
): Promise<BatchCandidate[]> {
  const rows = await (filters.bill === 'customers' ? payers(tx, filters) : onBehalf(tx, filters)).limit(most);
  const holds = await creditHolds(
    tx,
    rows.map((row) => row.customerId),
    today,
  );
  return rows.map(({ isArchived, beneficiaryId, beneficiary, ...row }) => {
    const hold = holds.get(row.customerId);
    const onHold = hold === undefined ? null : `On credit hold: ${hold}`;
    return {
      ...row,
      beneficiary: beneficiaryId && beneficiary ? { id: beneficiaryId, name: beneficiary } : null,
      refusal: isArchived ? 'The customer is archived' : onHold,
    };
  });
}

/** What a batch posted, by number; empty when there is no such batch. */
export async function batchInvoices(tx: Tx, batchId: string): Promise<BatchInvoice[]> {
  const [batch] = await tx
    .select({ ids: sql<string[]>`${activity.after} -> 'documentIds'` })
    .from(activity)
    .where(and(eq(activity.objectKind, 'invoice_batch'), eq(activity.objectId, batchId)));
  if (!batch) return [];
  return tx
    .select({
      documentId: documents.id,
      number: documents.number,
      customer: documents.customerName,
      currency: documents.currency,
      amountMinor: documents.amountMinor,
    })
    .from(documents)
    .where(inArray(documents.id, batch.ids))
    .orderBy(asc(documents.number));
}

const PAYER = {
  customerId: customers.id,
  customer: customers.name,
  currency: customers.currency,
  isArchived: sql<boolean>`${customers.archivedAt} is not null`,
};

function payers(tx: Tx, filters: BatchFilters) {
  return tx
    .select({ ...PAYER, beneficiaryId: sql<null>`null`, beneficiary: sql<null>`null` })
    .from(customers)
    .where(
      and(isNull(customers.archivedAt), ...conditions(filters), filters.q ? isNamed(filters.q) : undefined),
    )
    .orderBy(asc(customers.name), asc(customers.id));
}

function onBehalf(tx: Tx, filters: BatchFilters) {
  const { q, category } = filters;
  return tx
    .select({ ...PAYER, beneficiaryId: beneficiaries.id, beneficiary: beneficiaries.name })
    .from(beneficiaries)
    .innerJoin(customers, eq(customers.id, beneficiaries.customerId))
    .where(
      and(
        eq(beneficiaries.isActive, true),
        isNotNull(beneficiaries.customerId),
        ...conditions(filters),
        category ? eq(beneficiaries.category, category) : undefined,
        q ? sql`strpos(lower(${beneficiaries.name}), lower(${q})) > 0` : undefined,
      ),
    )
    .orderBy(asc(beneficiaries.name), asc(beneficiaries.id));
}

function conditions({ owner, tag, currency }: BatchFilters) {
  return [
    ...isLabelled(customers.id, { owner, tag, knownAt: null }),
    currency ? eq(customers.currency, currency) : undefined,
  ];
}
