import { and, desc, eq, sql } from 'drizzle-orm';
import { customers } from '../schema/customers';
import { draftInvoices } from '../schema/draft-invoices';
import type { Tx } from '../scope';

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

/** Drafts, the newest first, one page, of one customer when it is given. `next` is the last id; null on the last page. */
export async function draftList(
  tx: Tx,
  { customerId }: { readonly customerId?: string | undefined },
  { limit, afterId }: DraftPage,
): Promise<{ rows: DraftInvoice[]; next: string | null }> {
  // Ids begin with the time at which they were made.
  const rows = await select(tx)
    .where(
      and(
        customerId ? eq(draftInvoices.customerId, customerId) : undefined,
        afterId ? sql`${draftInvoices.id} < ${afterId}::uuid` : undefined,
      ),
    )
    .orderBy(desc(draftInvoices.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit ? (shown.at(-1)?.draftId ?? null) : null };
}

/** One draft; null when there is none that the actor may see. */
export async function draftById(tx: Tx, id: string): Promise<DraftInvoice | null> {
  const [row] = await select(tx).where(eq(draftInvoices.id, id));
  return row ?? null;
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
