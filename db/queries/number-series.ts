import { type DocumentKind, NUMBER_PREFIXES } from '@/lib/domain/documents';
import { numberSeries } from '../schema/organizations';
import type { Tx } from '../scope';

/** The series of a kind of document: how its numbers begin, which one is next, and whether one was given already. */
export interface NumberSeries {
  readonly kind: DocumentKind;
  readonly prefix: string;
  readonly next: number;
  readonly isBegun: boolean;
}

/** The series of these kinds, in their order: as kept, else as the first document would begin it. */
export async function seriesOf(tx: Tx, kinds: readonly DocumentKind[]): Promise<NumberSeries[]> {
  const kept = await tx.select().from(numberSeries);
  return kinds.map((kind) => {
    const row = kept.find((each) => each.kind === kind);
    return row
      ? { kind, prefix: row.prefix, next: row.next, isBegun: row.next > row.first }
      : { kind, prefix: NUMBER_PREFIXES[kind], next: 1, isBegun: false };
  });
}
