import { addMonths, type PlainDate } from '@/lib/domain/dates';
import type { Tx } from '../scope';
import { type PromiseRow, promiseList } from './promises';

/** Months that a record goes back. */
const MONTHS = 12;
/** Promises that are looked at. */
const MOST = 200;

/** How a customer kept its promises of the last twelve months. */
export interface PromiseRecord {
  readonly keptCount: number;
  /** Kept, broken and kept in part: those that time has told. */
  readonly endedCount: number;
  /** The latest that time has told; null when there was none. */
  readonly last: PromiseRow | null;
  /** The latest of all that were not taken back; null when there was none. */
  readonly latest: PromiseRow | null;
}

/** How a customer kept its promises, as of a day. */
export async function promiseRecord(tx: Tx, customerId: string, asOf: PlainDate): Promise<PromiseRecord> {
  const since = addMonths(asOf, -MONTHS);
  const rows = await promiseList(tx, asOf, { customerId }, { limit: MOST, offset: 0 });
  const standing = rows.filter((row) => row.status !== 'cancelled' && row.promisedOn > since);
  const ended = standing
    .filter((row) => row.status !== 'active')
    .toSorted((a, b) => (a.promisedFor < b.promisedFor ? 1 : -1));
  return {
    keptCount: ended.filter((row) => row.status === 'kept').length,
    endedCount: ended.length,
    last: ended[0] ?? null,
    latest: standing[0] ?? null,
  };
}
