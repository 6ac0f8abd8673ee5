import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { Ask } from './own-server';
import { type Ending, endingOf, signal } from './settling';

/** Anything that runs a transaction: the product's way, or the plain driver's. */
export type Run = (work: (tx: Transaction) => Promise<void>) => Promise<void>;

/** What became of a transaction whose connection was ended between two of its statements, and of its neighbours. */
export interface Afterlife {
  readonly dead: Ending;
  readonly others: readonly Ending[];
  /** Rows of the dead transaction that were committed: none, or the driver is at fault. */
  readonly committed: number;
}

/** Makes the table that `afterlife` writes to. */
export async function createNotes(ask: Ask): Promise<void> {
  await ask((owner) => owner`create table notes (id bigserial primary key, who text, what text)`);
}

/**
 * Ends a connection while its transaction is between two statements and others wait for its place, and lets the
 * transaction go on with its second statement as if nothing had happened.
 */
export async function afterlife(run: Run, ask: Ask, who: string): Promise<Afterlife> {
  const begun = signal<number>();
  const dead = endingOf(
    run(async (tx) => {
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
      await tx.execute(sql`insert into notes (who, what) values (${who}, 'early')`);
      begun.fire(Number(row?.pid));
      await pause(250);
      await tx.execute(sql`insert into notes (who, what) values (${who}, 'late')`);
    }),
  );
  const backend = await begun.promise;
  const others = Array.from({ length: 24 }, (_, index) =>
    endingOf(
      run(async (tx) => {
        await tx.execute(sql`insert into notes (who, what) values ('other', 'x')`);
        await pause(20 + index * 8);
      }),
    ),
  );
  await ask((owner) => owner`select pg_terminate_backend(${backend})`);
  return { dead: await dead, others: await Promise.all(others), committed: await notesOf(ask, who) };
}

/** How many rows were committed under that name. */
export async function notesOf(ask: Ask, who: string): Promise<number> {
  const [row] = await ask(
    (owner) => owner<{ n: number }[]>`select count(*)::int as n from notes where who = ${who}`,
  );
  return row?.n ?? 0;
}
