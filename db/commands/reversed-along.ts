import { sql } from 'drizzle-orm';
import { inChunks } from '../chunks';
import type { Tx } from '../scope';

/**
 * Documents with everything that makes no sense once they are gone: fees, discounts and write-offs of an invoice, what was
 * taken as gain of a credit, the other side of a transfer, the transfers that a credit paid for, and the discounts,
 * write-offs and credit memos that were given with a payment, in the step that recorded it, for what it left open. Refunds of a credit
 * only when asked for: the money did leave. None that was reversed before, unless it is named itself.
 */
export async function reversedAlong(
  tx: Tx,
  documentIds: readonly string[],
  { withRefunds }: { readonly withRefunds: boolean },
): Promise<string[]> {
  const all = new Set(documentIds);
  let fresh = [...all];
  while (fresh.length > 0) {
    const found: string[] = [];
    await inChunks(fresh, async (chunk) => {
      found.push(...(await dependents(tx, chunk, withRefunds)));
    });
    fresh = [...new Set(found)].filter((id) => !all.has(id));
    for (const id of fresh) all.add(id);
  }
  return [...all];
}

async function dependents(tx: Tx, ids: readonly string[], withRefunds: boolean): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select d.id from (
      select d.id from documents d join documents o on o.id = d.relates_to_id
      where o.id in ${ids} and case
        when d.kind = 'refund' then ${withRefunds}
        when d.kind in ('write_off', 'discount', 'late_fee') then o.kind in ('invoice', 'late_fee', 'opening_debit')
        else d.kind = 'credit_write_off' end
      union select d.id from documents p
        join documents d on d.customer_id = p.customer_id and d.recorded_at = p.recorded_at
        where p.id in ${ids} and p.kind = 'payment' and p.source in ('staff', 'api')
          and d.kind in ('discount', 'write_off', 'credit_memo') and exists (
            select from open_items c join allocations a on a.credit_item_id = c.id
            join open_items i on i.id = a.debit_item_id
            where c.document_id = p.id and i.document_id = d.relates_to_id)
      union select t.paid_for_document_id from transfers t where t.payer_document_id in ${ids}
      union select t.payer_document_id from transfers t where t.paid_for_document_id in ${ids}
      union select t.payer_document_id from open_items c join allocations a on a.credit_item_id = c.id
        join open_items i on i.id = a.debit_item_id join transfers t on t.payer_document_id = i.document_id
      where c.document_id in ${ids} and a.reverses_id is null
        and not exists (select from allocations u where u.reverses_id = a.id)
    ) d where not exists (select from documents r where r.reverses_id = d.id)`);
  return rows.map((row) => row.id);
}
