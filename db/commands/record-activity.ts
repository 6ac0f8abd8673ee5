import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/actor';
import { activity } from '../schema/activity';
import type { Tx } from '../scope';

/** Something that somebody did. `verb` is past tense with underscores: `payment_recorded`. */
export interface Deed {
  readonly verb: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly customerId?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Adds a row to the organization's activity. Call it last in a command: it locks the end of the
 * organization's chain until the transaction ends. Sequence, time and hashes are the database's.
 */
export function recordActivity(tx: Tx, actor: Pick<Actor, 'userId' | 'name'>, deed: Deed): Promise<void> {
  return recordActivities(tx, actor, [deed]);
}

/** Adds a row for each of some deeds, in their order; for none, nothing. Call it last in a command, as `recordActivity`. */
export async function recordActivities(
  tx: Tx,
  actor: Pick<Actor, 'userId' | 'name'>,
  deeds: readonly Deed[],
): Promise<void> {
  if (deeds.length === 0) return;
  await tx.insert(activity).values(
    deeds.map((deed) => ({
      ...deed,
      actorId: actor.userId,
      actorName: actor.name,
      sequence: 0,
      at: sql`now()`,
      previousHash: '',
      hash: '',
    })),
  );
}
