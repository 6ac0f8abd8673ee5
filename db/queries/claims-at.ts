import { and, gte, lt, sql } from 'drizzle-orm';
import type { Claims } from '@/lib/domain/forecast/claimed';
import { type BooksAt, idList } from '../expressions';
import type { Tx } from '../scope';
import { disputesAt } from './disputes-at';
import { promiseGraceDays } from './promise-receipts';
import { promisesAt } from './promises-at';

/** The disputes and live promises of the moment, of all customers or of some. */
export async function claimsAt(
  tx: Tx,
  at: BooksAt,
  customerIds: readonly string[] | null = null,
): Promise<Claims> {
  const contested = disputesAt(at);
  const promised = promisesAt(at, await promiseGraceDays(tx));
  const isMeant = ({ customerId }: Pick<typeof contested | typeof promised, 'customerId'>) =>
    customerIds ? sql`${customerId} = any(${idList(customerIds)})` : undefined;
  const disputes = await tx
    .select({ documentId: contested.documentId, amountMinor: contested.amountMinor })
    .from(contested)
    .where(isMeant(contested))
    .orderBy(contested.openedOn, contested.disputeId);
  const promises = await tx
    .select({
      customerId: promised.customerId,
      documentId: promised.documentId,
      promisedFor: promised.promisedFor,
      restMinor: promised.restMinor,
    })
    .from(promised)
    .where(
      and(isMeant(promised), gte(promised.lastOn, at.asOf), lt(promised.receivedMinor, promised.amountMinor)),
    )
    .orderBy(promised.promisedFor, promised.promiseId);
  return { disputes, promises };
}
