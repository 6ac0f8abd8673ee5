import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { type Minor, sumOf, toMinor } from '@/lib/domain/money';
import { type Giver, matchesOf, type PaperMatch } from '@/lib/sources/matches';
import { inChunks } from '../../chunks';
import { type AppliedRow, appliedRows, itemsOfDocuments } from '../../queries/applied-parts';
import type { Connection } from '../../queries/connection';
import { allocations } from '../../schema/open-items';
import { sourceRows } from '../../schema/source-rows';
import type { Tx } from '../../scope';
import { allocate, type Match } from '../allocate';
import { type LiveAllocation, liveAllocations, undoAll } from '../live-allocations';
import { lockCustomers } from '../lock-customers';
import { bookDeposits } from './book-deposits';
import { addCounts } from './sync-progress';

/** Customers that are looked at in one transaction. */
const CHUNK = 25;

/**
 * Applies credits to invoices as the other books do, for some customers of whom something changed: takes back what is applied
 * differently there, applies what is not applied yet. What was settled here by hand is left alone. Answers how many customers: 0 when all
 * are done.
 */
export async function applyParts(
  tx: Tx,
  actor: StaffActor,
  { connection, runId }: { readonly connection: Connection; readonly runId: string },
): Promise<number> {
  const customerIds = await unapplied(tx, connection.id);
  if (customerIds.length === 0) return 0;
  await lockCustomers(tx, customerIds);
  const rows = await appliedRows(tx, connection.id, customerIds);
  const matches = matchesOf(rows.flatMap(giverOf));
  const deposits = await bookDeposits(tx, actor, { connectionId: connection.id, customerIds, rows, matches });
  const documentIds = [
    ...rows.flatMap(({ documentId }) => documentId ?? []),
    ...deposits.map(({ depositId }) => depositId),
  ];
  const items = await itemsOfDocuments(tx, documentIds);
  const itemOf = (documentId: string | null | undefined) => (documentId ? items.get(documentId) : undefined);
  const byName = new Map(rows.map((row) => [`${row.object} ${row.sourceId}`, row]));
  const wanted = new Map<string, Wanted>();
  for (const match of matches) {
    const [debit, credit] = [`invoice ${match.invoiceId}`, `${match.creditObject} ${match.creditId}`].map(
      (name) => byName.get(name),
    );
    const [debitItem, creditItem] = [itemOf(debit?.documentId), itemOf(credit?.documentId)];
    if (!debitItem || !creditItem || debit?.customerId !== credit?.customerId) continue;
    wanted.set(`${debitItem.id} ${creditItem.id}`, {
      ...match,
      debitItemId: debitItem.id,
      creditItemId: creditItem.id,
    });
  }
  for (const { documentId, depositId, amountMinor } of deposits) {
    const [debitItem, creditItem] = [itemOf(documentId), itemOf(depositId)];
    if (debitItem && creditItem)
      wanted.set(`${debitItem.id} ${creditItem.id}`, {
        debitItemId: debitItem.id,
        creditItemId: creditItem.id,
        amountMinor,
        on: null,
      });
  }
  const open = new Map([...items.values()].map(({ id, openMinor }) => [id, Math.abs(openMinor)]));
  const taken = await takeBack(tx, actor, wanted, open);
  const { matched, short } = withRoom([...wanted.values()], open);
  await allocate(tx, actor, matched);
  await settle(tx, connection.id, customerIds, short);
  await addCounts(tx, runId, { applied: matched.length, taken });
  return customerIds.length;
}

/** An application that is to stand; `creditId` names the paper there that it comes from. */
interface Wanted {
  readonly debitItemId: string;
  readonly creditItemId: string;
  readonly amountMinor: Minor;
  readonly on: PaperMatch['on'];
  readonly creditObject?: PaperMatch['creditObject'];
  readonly creditId?: string;
}

/** A credit by its name there. */
interface CreditName {
  readonly object: PaperMatch['creditObject'];
  readonly source_id: string;
}

async function unapplied(tx: Tx, connectionId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ customerId: sourceRows.customerId })
    .from(sourceRows)
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        sourceRows.isUnapplied,
        isNotNull(sourceRows.customerId),
      ),
    )
    .orderBy(asc(sourceRows.customerId))
    .limit(CHUNK);
  return rows.flatMap(({ customerId }) => customerId ?? []);
}

function giverOf({ object, sourceId: id, fact }: AppliedRow): Giver[] {
  return fact && fact.object !== 'contact' && object !== 'invoice' ? [{ id, fact }] : [];
}

/** Takes back applications between these items that are not wanted so; what stands is wanted no more. Answers how many. */
async function takeBack(
  tx: Tx,
  actor: StaffActor,
  wanted: Map<string, Wanted>,
  open: Map<string, number>,
): Promise<number> {
  const live: LiveAllocation[] = [];
  await inChunks([...open.keys()], async (chunk) => {
    live.push(...(await liveAllocations(tx, inArray(allocations.debitItemId, chunk))));
  });
  const pairs = Map.groupBy(
    live.filter(({ creditItemId }) => open.has(creditItemId)),
    ({ debitItemId, creditItemId }) => `${debitItemId} ${creditItemId}`,
  );
  const wrong: LiveAllocation[] = [];
  for (const [pair, applied] of pairs) {
    if (wanted.get(pair)?.amountMinor === sumOf(applied.map(({ amountMinor }) => amountMinor)))
      wanted.delete(pair);
    else wrong.push(...applied);
  }
  await undoAll(tx, actor, wrong, undefined);
  for (const { debitItemId, creditItemId, amountMinor } of wrong)
    for (const id of [debitItemId, creditItemId]) open.set(id, (open.get(id) ?? 0) + amountMinor);
  return wrong.length;
}

/** What fits into what is open. `short`: credits of which not all does, by their name there. */
function withRoom(wanted: readonly Wanted[], open: Map<string, number>) {
  const matched: Match[] = [];
  const short: CreditName[] = [];
  for (const { debitItemId, creditItemId, amountMinor, on, creditObject, creditId } of wanted) {
    const room = Math.min(amountMinor, open.get(debitItemId) ?? 0, open.get(creditItemId) ?? 0);
    if (room < amountMinor && creditObject && creditId)
      short.push({ object: creditObject, source_id: creditId });
    if (room <= 0) continue;
    for (const id of [debitItemId, creditItemId]) open.set(id, (open.get(id) ?? 0) - room);
    matched.push({
      debitItemId,
      creditItemId,
      amountMinor: toMinor(room),
      ...(on === null ? {} : { notBefore: on }),
    });
  }
  return { matched, short };
}

async function settle(
  tx: Tx,
  connectionId: string,
  customerIds: readonly string[],
  short: readonly CreditName[],
): Promise<void> {
  await tx
    .update(sourceRows)
    .set({ isUnapplied: false })
    .where(
      and(
        eq(sourceRows.connectionId, connectionId),
        inArray(sourceRows.customerId, [...customerIds]),
        sourceRows.isUnapplied,
      ),
    );
  if (short.length === 0) return;
  await tx.execute(sql`
    update source_rows s set state = 'quarantined', reason = 'applied_here'
    from jsonb_to_recordset(${JSON.stringify(short)}::jsonb) as d (object text, source_id text)
    where s.connection_id = ${connectionId} and s.object = d.object and s.source_id = d.source_id`);
}
