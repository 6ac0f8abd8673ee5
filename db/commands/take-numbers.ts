import { and, eq, inArray, sql } from 'drizzle-orm';
import { type DocumentKind, documentNumber, NUMBER_PREFIXES } from '@/lib/domain/documents';
import { documents } from '../schema/documents';
import { numberSeries } from '../schema/organizations';
import type { Tx } from '../scope';

/** A number given by the organization's own counter. */
export interface TakenNumber {
  readonly number: string;
  readonly sequence: number;
}

/**
 * The next `count` numbers of a kind. The counter's row stays locked until the transaction ends, so numbers
 * have no gaps: a rolled-back posting gives its number back. Numbers that a document from outside already
 * bears are passed over.
 */
export async function takeNumbers(tx: Tx, kind: DocumentKind, count: number): Promise<TakenNumber[]> {
  const [series] = await tx
    .insert(numberSeries)
    .values({ kind, prefix: NUMBER_PREFIXES[kind], next: count + 1 })
    .onConflictDoUpdate({
      target: [numberSeries.orgId, numberSeries.kind],
      set: { next: sql`${numberSeries.next} + ${count}` },
    })
    .returning({ prefix: numberSeries.prefix, next: numberSeries.next });
  if (!series) throw new Error('the number series returned no row');
  const { prefix, next } = series;
  const candidates = Array.from({ length: count }, (_, i) => {
    const sequence = next - count + i;
    return { sequence, number: documentNumber(prefix, sequence) };
  });
  const borne = await tx
    .select({ number: documents.number })
    .from(documents)
    .where(
      and(
        eq(documents.kind, kind),
        inArray(
          documents.number,
          candidates.map((c) => c.number),
        ),
      ),
    );
  if (borne.length === 0) return candidates;
  const taken = new Set(borne.map((row) => row.number));
  const free = candidates.filter((candidate) => !taken.has(candidate.number));
  return [...free, ...(await takeNumbers(tx, kind, count - free.length))];
}
