import type { CustomerActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import type { StatementAsked } from '@/lib/statement-asked';
import type { Tx } from '../scope';
import { lastRecordedOfAccount } from './last-recorded';
import { type StatementPaper, statementPaper } from './statement-paper';

/** The statement of the customer that asks, as of today and as known now; null when the customer is gone. */
export async function accountStatement(
  tx: Tx,
  { customerId, org }: Pick<CustomerActor, 'customerId' | 'org'>,
  asked: StatementAsked,
  today: PlainDate,
): Promise<StatementPaper | null> {
  const knownAt = await lastRecordedOfAccount(tx);
  return statementPaper(tx, { ...asked, customerId, asOf: today, knownAt, bounds: org.bounds });
}
