import { eq } from 'drizzle-orm';
import { type DocumentKind, NUMBER_PREFIXES } from '@/lib/domain/documents';
import { numberSeries } from '../schema/organizations';
import type { Tx } from '../scope';

/** The number that the next document of a kind would get now. Another may take it first: only posting gives it. */
export async function nextNumber(tx: Tx, kind: DocumentKind): Promise<string> {
  const [series] = await tx
    .select({ prefix: numberSeries.prefix, next: numberSeries.next })
    .from(numberSeries)
    .where(eq(numberSeries.kind, kind));
  const { prefix, next } = series ?? { prefix: NUMBER_PREFIXES[kind], next: 1 };
  return `${prefix}${String(next).padStart(5, '0')}`;
}
