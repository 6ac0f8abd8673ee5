import { type SQL, sql } from 'drizzle-orm';
import { toMinor } from '@/lib/domain/money';
import { type AgingFilters, NO_LABEL } from '@/lib/filters';
import type { Tx } from '../scope';
import type { AgingSums } from './aging';
import { agingByGroup } from './aging-groups';
import { bucketColumns, lineOrder, lineSums, textList } from './aging-lines';
import { inBatches } from './batches';

/** A line of the report as a file has it. */
export interface StreamedLine extends AgingSums {
  readonly name: string;
  /** Null where it stands for an owner or a tag. */
  readonly customerId: string | null;
}

interface FoundLine extends Record<string, unknown> {
  readonly line_id: string;
  readonly line_name: string;
  readonly line_credits: string;
  readonly line_total: string;
  readonly buckets: readonly string[];
}

/** Every line of the report in the order asked for, batch by batch; owners and tags, which are few, in one. */
export async function* agingBatches(tx: Tx, filters: AgingFilters): AsyncGenerator<StreamedLine[]> {
  const { groupBy } = filters;
  if (groupBy === 'owner' || groupBy === 'tag') {
    const { rows } = await agingByGroup(tx, filters, { by: groupBy, limit: null });
    yield rows.map((row) => ({ ...row, name: row.label ?? NO_LABEL[groupBy], customerId: null }));
    return;
  }
  for await (const rows of inBatches<FoundLine>(tx, linesSelect(filters)))
    yield rows.map((row) => ({
      name: row.line_name,
      customerId: row.line_id,
      bucketsMinor: row.buckets.map(toMinor),
      creditsMinor: toMinor(row.line_credits),
      totalMinor: toMinor(row.line_total),
    }));
}

function linesSelect(filters: AgingFilters): SQL {
  const { buckets } = bucketColumns(filters);
  // An order names a column of the result before one of the table: texts must not be called what is ordered by.
  return sql`select line_id, line_name, credits::text as line_credits, total::text as line_total, ${textList(buckets)} as buckets
    from ${lineSums(filters).as('sums')} order by ${lineOrder(filters, sql`line_name`)}, line_name, line_id`;
}
