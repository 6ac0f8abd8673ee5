import { sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { DocumentKind } from '@/lib/domain/documents';
import { type Minor, toMinor } from '@/lib/domain/money';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import { draftInvoices } from '../schema/draft-invoices';
import { openItems } from '../schema/open-items';
import { recurringInvoices } from '../schema/recurring-invoices';
import type { Tx } from '../scope';

/** An open item that is to go to another customer. The amount is signed: below 0 for a credit. */
export interface MovableItem {
  readonly itemId: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly number: string;
  readonly currency: string;
  readonly openMinor: Minor;
  readonly effectiveOn: PlainDate;
  readonly dueOn: PlainDate;
}

/** Everything that a customer has open, debits before credits, oldest due first; at most `most` items. */
export async function movableItems(tx: Tx, customerId: string, most: number): Promise<MovableItem[]> {
  const rows = await tx.execute<{
    id: string;
    document_id: string;
    kind: DocumentKind;
    number: string;
    currency: string;
    open: string;
    effective_on: PlainDate;
    due_on: PlainDate;
  }>(sql`select i.id, i.document_id, i.kind, d.number, i.currency, i.open_minor::text as open,
      i.effective_on::text as effective_on, i.due_on::text as due_on
    from ${openItems} i join ${documents} d on d.id = i.document_id
    where i.customer_id = ${customerId} and i.open_minor <> 0
    order by i.open_minor < 0, i.due_on, d.number, i.instalment limit ${most}`);
  return rows.map((row) => ({
    itemId: row.id,
    documentId: row.document_id,
    kind: row.kind,
    number: row.number,
    currency: row.currency,
    openMinor: toMinor(row.open),
    effectiveOn: row.effective_on,
    dueOn: row.due_on,
  }));
}

/** What would be left behind if a customer were merged, and has to be ended first. */
export interface MergeObstacles {
  readonly recurringCount: number;
  readonly draftCount: number;
  readonly disputeCount: number;
}

/** Counts what keeps a customer from being merged on a day. */
export async function mergeObstacles(tx: Tx, customerId: string, on: PlainDate): Promise<MergeObstacles> {
  const [row] = await tx.execute<{ recurring: number; drafts: number; disputes: number }>(sql`select
    (select count(*)::int from ${recurringInvoices} where customer_id = ${customerId}
      and (ends_on is null or ends_on >= ${on})) as recurring,
    (select count(*)::int from ${draftInvoices} where customer_id = ${customerId}) as drafts,
    (select count(*)::int from ${disputes} where customer_id = ${customerId} and resolved_at is null) as disputes`);
  if (!row) throw new Error('a count gave no row');
  return { recurringCount: row.recurring, draftCount: row.drafts, disputeCount: row.disputes };
}
