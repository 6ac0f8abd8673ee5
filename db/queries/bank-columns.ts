import { desc, sql } from 'drizzle-orm';
import { type Mapping, mappingSchema } from '@/lib/import/mapping';
import { bankStatements } from '../schema/bank-statements';
import type { Tx } from '../scope';

/** How tables of banks were read before, by their header as JSON: each as the latest was. */
export async function knownBankColumns(tx: Tx): Promise<Map<string, Mapping>> {
  const rows = await tx
    .select({ header: bankStatements.header, mapping: bankStatements.mapping })
    .from(bankStatements)
    .where(sql`${bankStatements.takenAt} is not null and ${bankStatements.header} is not null`)
    .orderBy(desc(bankStatements.createdAt))
    .limit(100);
  return new Map(
    rows.toReversed().map(({ header, mapping }) => [JSON.stringify(header), mappingSchema.parse(mapping)]),
  );
}
