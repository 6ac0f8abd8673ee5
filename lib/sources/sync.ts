import type { Minor } from '../domain/money';
import type { SourceObject } from './facts';
import type { PageCursor } from './source';

/** `full` reads everything and finds what is gone; `changes` what changed since the run before. */
export type SyncKind = 'full' | 'changes';

/** The steps of a run, in order. */
export const SYNC_STEPS = ['fetch', 'check', 'load', 'totals'] as const;

/** One of them. */
export type SyncStep = (typeof SYNC_STEPS)[number];

/** Where the reading of lists goes on; `done` when all were read. */
export interface FetchCursor {
  readonly object: SourceObject | 'done';
  readonly at: PageCursor;
}

/** What a run did. `read`: rows; the rest is what came of them here. */
export type SyncCounts = Partial<
  Record<
    'read' | 'changed' | 'gone' | 'setAside' | 'customers' | 'posted' | 'reversed' | 'applied' | 'taken',
    number
  >
>;

/** What is owed in a currency by both books; a credit lowers it. */
export interface SyncTotal {
  readonly currency: string;
  readonly sourceMinor: Minor;
  readonly oursMinor: Minor;
}
