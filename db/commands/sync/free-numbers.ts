import { sql } from 'drizzle-orm';
import type { PaperFact } from '@/lib/sources/facts';
import type { Tx } from '../../scope';

/** How often one number may have been used before. */
const MOST = 9;

/** A paper that wants a number. */
export interface Wanting {
  readonly sourceId: string;
  /** Null: one of the own series will do. */
  readonly number: string | null;
  /** What stands for it and gives its own number away. */
  readonly documentId: string | null;
  /** It may bear a number with a count behind it. */
  readonly isAnother: boolean;
}

/** The number that a paper gets, or why it gets none. */
export type Numbered =
  | { readonly number: string | null }
  | { readonly reason: 'number_taken' | 'repeated_number' };

/**
 * Gives papers of a kind the numbers that they have elsewhere. One that a reversed document or an earlier form of the same paper bears
 * goes on as "1001 (2)"; one that stands for something else is refused.
 */
export async function freeNumbers(
  tx: Tx,
  kind: PaperFact['object'],
  papers: readonly Wanting[],
): Promise<Map<string, Numbered>> {
  const wanted = papers.flatMap(({ number }) => (number === null ? [] : [number]));
  const uses = await tx.execute<{ number: string; id: string; is_reversed: boolean; is_synced: boolean }>(sql`
    select d.number, d.id, r.id is not null as is_reversed,
      exists (select from source_rows s where s.document_id = d.id) as is_synced
    from jsonb_array_elements_text(${JSON.stringify(wanted)}::jsonb) as g (wanted)
    cross join lateral (select g.wanted union all select g.wanted || ' (' || n || ')' from generate_series(2, ${MOST}::int) n) c (number)
    join documents d on d.kind = ${kind} and d.number = c.number left join documents r on r.reverses_id = d.id`);
  const holders = new Map(uses.map((use) => [use.number, use]));
  const given = new Set<string>();
  return new Map(
    papers.map(({ sourceId, number, documentId, isAnother }): [string, Numbered] => {
      if (number === null) return [sourceId, { number }];
      const free = [number, ...Array.from({ length: MOST - 1 }, (_, at) => `${number} (${at + 2})`)].find(
        (each) => !holders.has(each) && !given.has(each),
      );
      const standing = [...holders.values()].find(
        (use) => isOf(use.number, number) && !use.is_reversed && use.id !== documentId,
      );
      if (free === undefined) return [sourceId, { reason: 'repeated_number' }];
      if (!isAnother && (standing || given.has(number)))
        return [sourceId, { reason: standing && !standing.is_synced ? 'number_taken' : 'repeated_number' }];
      given.add(free).add(number);
      return [sourceId, { number: free }];
    }),
  );
}

function isOf(used: string, number: string): boolean {
  return used === number || (used.startsWith(`${number} (`) && used.endsWith(')'));
}
