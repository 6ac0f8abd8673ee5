import { foreignKey, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { FetchCursor, SyncCounts, SyncKind, SyncStep, SyncTotal } from '@/lib/sources/sync';
import { id, instant, orgId } from './columns';
import { connections } from './connections';

/** How far a run of the sync is, and what it did: beside the run of the job, whose id it has. */
export const syncRuns = pgTable(
  'sync_runs',
  {
    id: id(),
    orgId: orgId(),
    connectionId: uuid('connection_id').notNull(),
    kind: text('kind').$type<SyncKind>().notNull(),
    step: text('step').$type<SyncStep>().notNull().default('fetch'),
    /** Within `fetch`: which list is being read, and where it goes on; null before the first. */
    cursor: jsonb('cursor').$type<FetchCursor>(),
    counts: jsonb('counts').$type<SyncCounts>().notNull().default({}),
    /** What both books said was owed at the end, by currency; null before. */
    totals: jsonb('totals').$type<readonly SyncTotal[]>(),
    /** What happened, line by line. */
    log: jsonb('log')
      .$type<readonly { readonly at: string; readonly text: string }[]>()
      .notNull()
      .default([]),
    startedAt: instant('started_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    foreignKey({
      name: 'sync_runs_connection',
      columns: [t.orgId, t.connectionId],
      foreignColumns: [connections.orgId, connections.id],
    }),
    index('sync_runs_log').on(t.orgId, t.startedAt, t.id),
  ],
);
