import { sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { type Minor, sumOf } from '@/lib/domain/money';
import { depositOf, type PaperMatch } from '@/lib/sources/matches';
import { type AppliedRow, customersWithDoubts } from '../../queries/applied-parts';
import { bookRules, firstOpenDay } from '../../queries/book-rules';
import type { Tx } from '../../scope';
import { postDocuments } from '../post-documents';
import { reverseDocuments } from '../reverse-documents';

interface Deposits {
  readonly connectionId: string;
  readonly customerIds: readonly string[];
  readonly rows: readonly AppliedRow[];
  readonly matches: readonly PaperMatch[];
}

/** Money that came with an invoice. */
interface Deposit {
  readonly documentId: string;
  readonly depositId: string;
  readonly amountMinor: Minor;
}

/**
 * Books what invoices say they got and no payment there stands for, as payments of their own. Not while a payment of the customer
 * is set aside: that may be the one. Answers all deposits that stand.
 */
export async function bookDeposits(
  tx: Tx,
  actor: StaffActor,
  { connectionId, customerIds, rows, matches }: Deposits,
): Promise<Deposit[]> {
  const doubtful = await customersWithDoubts(tx, connectionId, customerIds);
  const settled = Map.groupBy(matches, ({ invoiceId }) => invoiceId);
  const booked = new Set(rows.flatMap(({ object, sourceId }) => (object === 'payment' ? [sourceId] : [])));
  const wanted = rows.flatMap((row) => {
    const { fact, documentId, customerId } = row;
    if (fact?.object !== 'invoice' || documentId === null || customerId === null) return [];
    const settledMinor = sumOf((settled.get(row.sourceId) ?? []).map(({ amountMinor }) => amountMinor));
    const should = depositOf(fact, settledMinor, (id) => booked.has(id));
    const amountMinor = doubtful.has(customerId) ? row.depositMinor : should;
    return [{ ...row, fact, documentId, customerId, amountMinor }];
  });
  const different = wanted.filter(({ amountMinor, depositMinor }) => amountMinor !== depositMinor);
  await reverseDocuments(tx, actor, {
    documentIds: different.flatMap(({ depositId }) => depositId ?? []),
    reason: 'Another deposit',
    source: 'sync',
  });
  const fresh = different.filter(({ amountMinor }) => amountMinor > 0);
  const rules = await bookRules(tx);
  const posted = await postDocuments(
    tx,
    actor,
    fresh.map(({ customerId, fact, amountMinor }) => {
      const documentDate = firstOpenDay(fact.documentDate, rules);
      return {
        kind: 'payment',
        customerId,
        documentDate,
        currency: fact.currency,
        instalments: [{ dueOn: documentDate, amountMinor }],
        source: 'sync',
        payment: { method: 'Deposit', reference: `With invoice ${fact.number ?? ''}`.trim() },
      };
    }),
  );
  const ids = new Map(fresh.map(({ sourceId }, at) => [sourceId, posted[at]?.documentId ?? null]));
  await keep(
    tx,
    connectionId,
    different.map(({ sourceId }) => ({ source_id: sourceId, deposit_id: ids.get(sourceId) ?? null })),
  );
  return wanted.flatMap(({ sourceId, documentId, depositId: before, amountMinor }) => {
    const depositId = ids.has(sourceId) ? ids.get(sourceId) : amountMinor > 0 ? before : null;
    return depositId ? [{ documentId, depositId, amountMinor }] : [];
  });
}

async function keep(tx: Tx, connectionId: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update source_rows s set deposit_id = d.deposit_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (source_id text, deposit_id uuid)
    where s.connection_id = ${connectionId} and s.object = 'invoice' and s.source_id = d.source_id`);
}
