import type { SyncRun } from '@/db/commands/sync/sync-progress';
import type { Connection } from '@/db/queries/connection';
import type { Tx } from '@/db/scope';
import type { StaffActor } from '@/lib/actor';
import type { SourceClient } from '@/lib/sources/source';

/** What every step of a run works with. */
export interface SyncWork {
  readonly actor: StaffActor;
  readonly connection: Connection;
  readonly run: SyncRun;
  readonly client: SourceClient;
  /** One piece of it: a transaction of its own. */
  readonly write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}
