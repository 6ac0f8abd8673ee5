import 'server-only';
import type { Actor, SystemActor } from '@/lib/actor';
import { type Transaction, transaction } from './client';

declare const scoped: unique symbol;
/** A transaction that sees one actor's rows and no others. Only `withScope` can make one. */
export type Tx = Transaction & { readonly [scoped]: true };

/** Milliseconds that large books may take to be read for a report or a file. */
export const LARGE_BOOKS_WITHIN = 30_000;

const CONFIG = {
  read: { isolationLevel: 'repeatable read', accessMode: 'read only' },
  write: { isolationLevel: 'read committed', accessMode: 'read write' },
} as const;

/**
 * The one door to Postgres. Runs `work` in a transaction as the database role of `actor`, whose row-level
 * policies read the settings made here; all of them end with the transaction. `read` sees a single snapshot,
 * so figures read in one call always tie to each other. `work` may be run again after a serialization failure,
 * so it must do nothing but talk to `tx`. `within` bounds the whole, in milliseconds (4 s unless told).
 */
export function withScope<T>(
  actor: Actor | SystemActor,
  mode: 'read' | 'write',
  work: (tx: Tx) => Promise<T>,
  within?: number,
): Promise<T> {
  return withStoppableScope(actor, mode, work, within === undefined ? {} : { within });
}

/** As `withScope`, for work that may be called off: when `signal` aborts, its connection ends. */
export function withStoppableScope<T>(
  actor: Actor | SystemActor,
  mode: 'read' | 'write',
  work: (tx: Tx) => Promise<T>,
  limits: { readonly within?: number; readonly signal?: AbortSignal },
): Promise<T> {
  const settings = {
    role: roleOf(actor, mode),
    'app.org_id': 'org' in actor ? (actor.org?.id ?? '') : '',
    'app.customer_id': actor.kind === 'customer' ? actor.customerId : '',
  };
  // The brand is put on here and nowhere else: by the time that a statement runs, its transaction is the actor's.
  return transaction((tx) => work(tx as Tx), { config: CONFIG[mode], settings, ...limits });
}

function roleOf(actor: Actor | SystemActor, mode: 'read' | 'write'): string {
  // A key of a customer and staff who look at its portal are no persons of it: their role can write nothing.
  if (actor.kind === 'customer' && actor.userId !== null && mode === 'write') return 'dueline_portal';
  if (actor.kind === 'staff') return actor.role === 'admin' ? 'dueline_staff' : 'dueline_manager';
  return `dueline_${actor.kind}`;
}
