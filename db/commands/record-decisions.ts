import type { Actor } from '@/lib/actor';
import { accountKey, nameKey } from '@/lib/domain/matching/keys';
import { insertRows } from '../insert-rows';
import { bankDecisions, payerAliases } from '../schema/bank-decisions';
import type { Tx } from '../scope';

/** A decision about a line, without who and when. */
export type NewDecision = Pick<
  typeof bankDecisions.$inferInsert,
  'lineId' | 'kind' | 'customerId' | 'documentId' | 'amountMinor' | 'reason'
>;

/** Keeps what was decided about lines, all of one batch. The caller holds the desk and has seen that the lines are open. */
export async function recordDecisions(
  tx: Tx,
  actor: Actor,
  batchId: string,
  decisions: readonly NewDecision[],
): Promise<void> {
  const rows = decisions.map((decision) => ({
    ...decision,
    id: crypto.randomUUID(),
    batchId,
    createdBy: actor.userId,
  }));
  await insertRows(tx, bankDecisions, rows);
}

/** Whose money a line turned out to be. */
export interface Lesson {
  readonly lineId: string;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly customerIds: readonly string[];
}

/**
 * Learns from booked lines whose money comes from their accounts and under their names. A line of several customers teaches nothing.
 */
export async function learnPayers(tx: Tx, lessons: readonly Lesson[]): Promise<void> {
  const rows = lessons.flatMap(({ lineId, payerName, payerAccount, customerIds }) => {
    const [customerId, another] = new Set(customerIds);
    if (customerId === undefined || another !== undefined) return [];
    const known = { customerId, lineId };
    return [
      { ...known, kind: 'account' as const, key: accountKey(payerAccount), shown: payerAccount },
      { ...known, kind: 'name' as const, key: nameKey(payerName), shown: payerName },
    ].filter(({ key }) => key !== '');
  });
  const once = new Map(rows.map((row) => [`${row.kind} ${row.key} ${row.customerId}`, row]));
  await insertRows(
    tx,
    payerAliases,
    [...once.values()].map((row) => ({ ...row, id: crypto.randomUUID() })),
    ['orgId', 'kind', 'key', 'customerId'],
  );
}
