import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import type { OpenDispute } from '@/lib/domain/next-steps';
import { openMinorAt } from '../expressions';
import { customers } from '../schema/customers';
import { disputes } from '../schema/disputes';
import { documents } from '../schema/documents';
import { openItems } from '../schema/open-items';
import type { Tx } from '../scope';
import { type Asked, minorOf, type Today } from './late-accounts';
import { isFree } from './left-alone';

/** What is contested and still open, the largest first, at most `most`. */
export function openDisputes(
  tx: Tx,
  today: Today,
  { most, where }: Pick<Asked, 'most' | 'where'>,
): Promise<OpenDispute[]> {
  const { asOf, currency } = today;
  const open = openMinorAt({ asOf, knownAt: null });
  const amount = minorOf(sql`least(${disputes.amountMinor}, sum(${open}))`);
  return tx
    .select({
      disputeId: disputes.id,
      customerId: customers.id,
      customer: customers.name,
      documentId: disputes.documentId,
      number: documents.number,
      reason: disputes.reason,
      openedOn: disputes.openedOn,
      amountMinor: amount,
      oldestDays: sql<number>`${asOf}::date - min(${openItems.dueOn}) filter (where ${open} > 0)`,
      isLeftAlone: sql<boolean>`not (${isFree(sql`${customers.id}`, today)})`,
    })
    .from(disputes)
    .innerJoin(documents, eq(documents.id, disputes.documentId))
    .innerJoin(customers, eq(customers.id, disputes.customerId))
    .innerJoin(openItems, eq(openItems.documentId, disputes.documentId))
    .where(
      and(
        eq(documents.currency, currency),
        isNull(disputes.resolvedAt),
        lte(disputes.openedOn, asOf),
        where(sql`${disputes.customerId}`),
      ),
    )
    .groupBy(disputes.id, customers.id, customers.name, documents.number)
    .having(sql`sum(${open}) > 0`)
    .orderBy(desc(amount), disputes.id)
    .limit(most);
}
