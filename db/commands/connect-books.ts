import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { StaffActor } from '@/lib/actor';
import { Refusal } from '@/lib/refusal';
import type { SourceBooks } from '@/lib/sources/source';
import type { SourceName } from '@/lib/sources/sources';
import { connections } from '../schema/connections';
import { jobRuns } from '../schema/job-runs';
import type { Tx } from '../scope';
import { lockLedger } from './lock-ledger';
import { recordActivity } from './record-activity';
import { queueSync } from './sync/queue-sync';

/** Books elsewhere that were asked and answered, and what opens them. */
export interface ConnectBooks {
  readonly source: SourceName;
  readonly region: string;
  readonly account: string;
  readonly sealedKey: string;
  /** Null: no webhooks are taken. */
  readonly sealedSecret: string | null;
  readonly books: SourceBooks;
}

/**
 * Lets these books follow others from now on, and has them read. The same connection again gets another key and keeps what is known of
 * its rows, so that nothing is booked twice.
 * @throws Refusal `duplicate` while the books follow others.
 */
export async function connectBooks(
  tx: Tx,
  actor: StaffActor,
  { source, region, account, sealedKey, sealedSecret, books }: ConnectBooks,
): Promise<{ connectionId: string }> {
  // Of two who connect at the same moment, the second sees what the first connected.
  await lockLedger(tx);
  const [other] = await tx
    .select({ system: connections.system })
    .from(connections)
    .where(and(isNull(connections.endedAt), ne(connections.account, account)));
  if (other)
    throw new Refusal('duplicate', `These books follow ${other.system} already. Disconnect it first.`);
  const opened = { region, sealedKey, sealedSecret, ...books, createdBy: actor.userId };
  const [connected] = await tx
    .insert(connections)
    .values({ source, account, ...opened })
    .onConflictDoUpdate({
      target: [connections.orgId, connections.source, connections.account],
      set: { ...opened, cursors: {}, problem: null, endedAt: null, createdAt: sql`now()` },
    })
    .returning({ id: connections.id });
  if (!connected) throw new Error('the connection was not kept');
  await queueSync(tx, actor);
  await recordActivity(tx, actor, {
    verb: 'books_connected',
    objectKind: 'connection',
    objectId: connected.id,
    after: { system: books.system, company: books.company, region },
  });
  return { connectionId: connected.id };
}

/** Ends the connection: its key is forgotten, runs that wait are given up, what was booked stays. @throws Refusal `not_found`. */
export async function disconnectBooks(
  tx: Tx,
  actor: StaffActor,
  { connectionId }: { readonly connectionId: string },
): Promise<{ system: string }> {
  const [ended] = await tx
    .update(connections)
    .set({ endedAt: sql`now()`, sealedKey: null, sealedSecret: null })
    .where(and(eq(connections.id, connectionId), isNull(connections.endedAt)))
    .returning({ system: connections.system });
  if (!ended) throw new Refusal('not_found', 'That connection has ended already.');
  // One that is to be tried again knows how far it was in these books, and in no others.
  await tx
    .update(jobRuns)
    .set({ state: 'dead', problem: 'The books were disconnected.', endedAt: sql`now()` })
    .where(and(eq(jobRuns.job, 'sync'), eq(jobRuns.state, 'queued')));
  await recordActivity(tx, actor, {
    verb: 'books_disconnected',
    objectKind: 'connection',
    objectId: connectionId,
    before: ended,
  });
  return ended;
}

/** Has everything read again in the next run, and starts one. @throws Refusal `not_found` when nothing is connected. */
export async function readAgain(tx: Tx, actor: StaffActor): Promise<void> {
  const [connection] = await tx
    .update(connections)
    .set({ cursors: {} })
    .where(isNull(connections.endedAt))
    .returning({ id: connections.id, system: connections.system });
  if (!connection) throw new Refusal('not_found', 'These books follow no others.');
  await queueSync(tx, actor);
  await recordActivity(tx, actor, {
    verb: 'books_read_again',
    objectKind: 'connection',
    objectId: connection.id,
    after: { system: connection.system },
  });
}
