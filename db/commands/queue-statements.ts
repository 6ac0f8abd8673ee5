import type { StaffActor } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { recipientsOf } from '../queries/recipients';
import { statementCustomers } from '../queries/statement-customers';
import type { Tx } from '../scope';
import { queueMails } from './queue-mail';
import { recordActivity } from './record-activity';

/**
 * Queues the statement of a day for every customer that owes something and can be reached, one a currency. The same day again queues
 * none twice.
 */
export async function queueStatements(
  tx: Tx,
  actor: StaffActor,
  { asOf }: { readonly asOf: PlainDate },
): Promise<{ statements: number; unreachable: number }> {
  const due = await statementCustomers(tx, asOf);
  const reaches = await recipientsOf(
    tx,
    due.map(({ customerId }) => customerId),
  );
  const mails = due.flatMap(({ customerId, currency, amountMinor, lateMinor }) => {
    const reach = reaches.get(customerId);
    if (!reach || 'none' in reach) return [];
    const customer = reach.to.name;
    return [
      {
        to: reach.to,
        customerId,
        key: `statement:${customerId}:${currency}:${asOf}`,
        params: { kind: 'statement', customer, currency, amountMinor, lateMinor, asOf } as const,
      },
    ];
  });
  const ids = await queueMails(tx, actor, mails);
  const done = { statements: ids.length, unreachable: due.length - mails.length };
  await recordActivity(tx, actor, {
    verb: 'statements_queued',
    objectKind: 'organization',
    objectId: actor.org.id,
    after: { asOf, ...done },
  });
  return done;
}
