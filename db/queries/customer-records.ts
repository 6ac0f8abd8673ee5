import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Minor } from '@/lib/domain/money';
import { customers } from '../schema/customers';
import type { Tx } from '../scope';
import { isNamed } from './customers';

/** The facts of a customer, without its balances. For staff. */
export interface CustomerRecord {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly currency: string;
  readonly termsDays: number;
  readonly creditLimitMinor: Minor | null;
  readonly parentId: string | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly language: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly notes: string | null;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
}

/** Where a page of customers begins: after the one of this name and id. */
export interface NameCursor {
  readonly name: string;
  readonly id: string;
}

/** Customers by name, one page. `next` begins the page that follows; null on the last. */
export async function customerRecords(
  tx: Tx,
  filter: { readonly archived: boolean; readonly q?: string | undefined },
  { limit, after }: { readonly limit: number; readonly after: NameCursor | null },
): Promise<{ rows: CustomerRecord[]; next: NameCursor | null }> {
  const { archived, q } = filter;
  const rows = await select(tx)
    .where(
      and(
        archived ? isNotNull(customers.archivedAt) : isNull(customers.archivedAt),
        q ? isNamed(q) : undefined,
        after ? sql`(${customers.name}, ${customers.id}) > (${after.name}, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(asc(customers.name), asc(customers.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? { name: last.name, id: last.id } : null };
}

/** The facts of one customer; null when there is none that the actor may see. */
export async function customerRecord(tx: Tx, id: string): Promise<CustomerRecord | null> {
  const [row] = await select(tx).where(eq(customers.id, id));
  return row ?? null;
}

function select(tx: Tx) {
  return tx
    .select({
      id: customers.id,
      name: customers.name,
      code: customers.code,
      currency: customers.currency,
      termsDays: customers.termsDays,
      creditLimitMinor: customers.creditLimitMinor,
      parentId: customers.parentId,
      owner: customers.owner,
      tags: customers.tags,
      language: customers.language,
      email: customers.email,
      phone: customers.phone,
      address: customers.address,
      notes: customers.notes,
      createdAt: customers.createdAt,
      archivedAt: customers.archivedAt,
    })
    .from(customers)
    .$dynamic();
}
