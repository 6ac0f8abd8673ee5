import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import { countRows } from '../expressions';
import { customers } from '../schema/customers';
import { draftInvoices } from '../schema/draft-invoices';
import type { Tx } from '../scope';
import { isOfNamed } from './customers';

/** An invoice while somebody writes it. */
export interface DraftInvoice {
  readonly draftId: string;
  readonly customerId: string | null;
  /** The customer's name and currency; null until one was chosen. */
  readonly customer: string | null;
  readonly customerCurrency: string | null;
  readonly content: unknown;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Where a page begins: after this draft, in the order of their making. */
interface DraftPage {
  readonly limit: number;
  readonly afterId: string | null;
}

/** Which drafts are meant; all when nothing is given. */
interface DraftFilter {
  readonly customerId?: string | undefined;
  /** Part of the customer's name or code, of a line, of the number or the purchase order. */
  readonly q?: string | undefined;
}

/** Drafts, the newest first, one page; all that match are counted. `next` is the last id; null on the last page. */
export async function draftList(
  tx: Tx,
  { customerId, q }: DraftFilter,
  { limit, afterId }: DraftPage,
): Promise<{ rows: DraftInvoice[]; count: number; next: string | null }> {
  const matches = and(
    customerId ? eq(draftInvoices.customerId, customerId) : undefined,
    q ? or(isOfNamed(draftInvoices.customerId, q), says(q)) : undefined,
  );
  // Ids begin with the time at which they were made.
  const rows = await select(tx)
    .where(and(matches, afterId ? sql`${draftInvoices.id} < ${afterId}::uuid` : undefined))
    .orderBy(desc(draftInvoices.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const [all] = await tx.select({ count: countRows() }).from(draftInvoices).where(matches);
  return {
    rows: shown,
    count: all?.count ?? 0,
    next: rows.length > limit ? (shown.at(-1)?.draftId ?? null) : null,
  };
}

/** One draft; null when there is none that the actor may see. */
export async function draftById(tx: Tx, id: string): Promise<DraftInvoice | null> {
  const [row] = await select(tx).where(eq(draftInvoices.id, id));
  return row ?? null;
}

/** Whether a line, the number or the purchase order contains a text. */
function says(q: string): SQL {
  const { content } = draftInvoices;
  return sql`(strpos(lower(concat_ws(' ', ${content} ->> 'number', ${content} ->> 'purchase_order')), lower(${q})) > 0
    or exists (select from jsonb_path_query(${content}, '$.lines[*].description') as word
      where strpos(lower(word #>> '{}'), lower(${q})) > 0))`;
}

function select(tx: Tx) {
  return tx
    .select({
      draftId: draftInvoices.id,
      customerId: draftInvoices.customerId,
      customer: customers.name,
      customerCurrency: customers.currency,
      content: draftInvoices.content,
      createdAt: draftInvoices.createdAt,
      updatedAt: draftInvoices.updatedAt,
    })
    .from(draftInvoices)
    .leftJoin(customers, eq(customers.id, draftInvoices.customerId))
    .$dynamic();
}
