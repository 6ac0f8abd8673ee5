import { and, eq, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { isCurrency } from '@/lib/domain/currencies';
import { Refusal } from '@/lib/refusal';
import type { SourceObject } from '@/lib/sources/facts';
import type { RowFix } from '@/lib/sources/row-fix';
import { liveConnection } from '../../queries/connection';
import { customers } from '../../schema/customers';
import { sourceRows } from '../../schema/source-rows';
import type { Tx } from '../../scope';
import { recordActivity } from '../record-activity';
import { queueSync } from './queue-sync';

/** What somebody says about a row that is set aside. */
export interface FixRow {
  readonly object: SourceObject;
  readonly sourceId: string;
  readonly fix: Pick<RowFix, 'currency' | 'isAnother'>;
}

/**
 * Adds to a row what its own books do not say, and has it tried again.
 * @throws Refusal `not_found` when it is not set aside any more, `invalid` for a currency that does not exist.
 */
export async function fixRow(tx: Tx, actor: StaffActor, { object, sourceId, fix }: FixRow): Promise<void> {
  if (fix.currency !== undefined && !isCurrency(fix.currency))
    throw new Refusal('invalid', 'Choose a currency.', 'currency');
  const connection = await connected(tx);
  const [fixed] = await tx
    .update(sourceRows)
    .set({ fix: fixedBy(fix) })
    .where(
      and(
        eq(sourceRows.connectionId, connection.id),
        eq(sourceRows.object, object),
        eq(sourceRows.sourceId, sourceId),
        eq(sourceRows.state, 'quarantined'),
      ),
    )
    .returning({ id: sourceRows.sourceId });
  if (!fixed) throw new Refusal('not_found', 'That row is not set aside any more.');
  await queueSync(tx, actor);
  await recordActivity(tx, actor, {
    verb: 'source_row_fixed',
    objectKind: 'connection',
    objectId: connection.id,
    after: { system: connection.system, object, sourceId, ...fix },
  });
}

/**
 * Says the currency of every row that waits for one and of which nobody said it by itself, and has them tried again. Answers how many.
 * @throws Refusal `not_found` when none waits any more, `invalid` for a currency that does not exist.
 */
export async function fixCurrencies(
  tx: Tx,
  actor: StaffActor,
  { currency }: { readonly currency: string },
): Promise<{ count: number }> {
  if (!isCurrency(currency)) throw new Refusal('invalid', 'Choose a currency.', 'currency');
  const connection = await connected(tx);
  const fixed = await tx
    .update(sourceRows)
    .set({ fix: fixedBy({ currency }) })
    .where(
      and(
        eq(sourceRows.connectionId, connection.id),
        eq(sourceRows.state, 'quarantined'),
        eq(sourceRows.reason, 'no_currency'),
        sql`${sourceRows.fix}->>'currency' is null`,
      ),
    )
    .returning({ id: sourceRows.sourceId });
  const count = fixed.length;
  if (count === 0) throw new Refusal('not_found', 'No row waits for its currency any more.');
  await queueSync(tx, actor);
  await recordActivity(tx, actor, {
    verb: 'source_rows_fixed',
    objectKind: 'connection',
    objectId: connection.id,
    after: { system: connection.system, currency, count },
  });
  return { count };
}

/**
 * Says who a contact of the other books is here, whether they know it or not, and has what waits for it tried again.
 * @throws Refusal `not_found` (the customer), `duplicate` when that contact is somebody already.
 */
export async function nameContact(
  tx: Tx,
  actor: StaffActor,
  { contactId, customerId }: { readonly contactId: string; readonly customerId: string },
): Promise<{ name: string }> {
  const connection = await connected(tx);
  const [customer] = await tx
    .select({ name: customers.name })
    .from(customers)
    .where(eq(customers.id, customerId));
  if (!customer) throw new Refusal('not_found', 'That customer does not exist.', 'customer');
  const named = { fix: { customerId }, customerId, state: 'booked', reason: null } as const;
  const [kept] = await tx
    .insert(sourceRows)
    .values({
      connectionId: connection.id,
      object: 'contact',
      sourceId: contactId,
      print: '',
      readBy: connection.id,
      ...named,
    })
    .onConflictDoUpdate({
      target: [sourceRows.orgId, sourceRows.connectionId, sourceRows.object, sourceRows.sourceId],
      set: named,
      setWhere: eq(sourceRows.state, 'quarantined'),
    })
    .returning({ id: sourceRows.sourceId });
  if (!kept) throw new Refusal('duplicate', 'That contact is a customer here already.');
  await queueSync(tx, actor);
  await recordActivity(tx, actor, {
    verb: 'source_contact_named',
    objectKind: 'connection',
    objectId: connection.id,
    customerId,
    after: { system: connection.system, contactId },
  });
  return customer;
}

/** What is known of a row when this is said of it besides what was said before. */
function fixedBy(fix: RowFix) {
  return sql`coalesce(${sourceRows.fix}, '{}') || ${JSON.stringify(fix)}::jsonb`;
}

async function connected(tx: Tx) {
  const connection = await liveConnection(tx);
  if (!connection) throw new Refusal('not_found', 'These books follow no others.');
  return connection;
}
