import type { Minor } from '../domain/money';
import type { SourceObject } from './facts';
import type { PageCursor } from './source';

/** `full` reads everything and finds what is gone; `changes` what changed since the run before. */
export type SyncKind = 'full' | 'changes';

/** Figures are called old when the last run came to its end longer ago than this: two of the intervals at which it runs. */
export const STALE_HOURS = 8;

/** The steps of a run, in order. */
export const SYNC_STEPS = ['fetch', 'check', 'load', 'totals'] as const;

/** One of them. */
export type SyncStep = (typeof SYNC_STEPS)[number];

/** What a step is called on screen, and what it does. */
export const STEP_WORDS: Readonly<Record<SyncStep, { readonly name: string; readonly does: string }>> = {
  fetch: { name: 'Fetch', does: 'Reads rows from the other books.' },
  check: { name: 'Check', does: 'Understands each row, or sets it aside with the reason.' },
  load: { name: 'Load', does: 'Books what is new, reverses what is different, applies the money.' },
  totals: { name: 'Totals', does: 'Compares what both books say is owed.' },
};

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
