import { inPages, PAGE_OF_FILE } from '@/db/queries/batches';
import { type BeneficiaryRecord, type ByName, beneficiaryList } from '@/db/queries/catalogue';
import { customerNames } from '@/db/queries/customer-names';
import type { Tx } from '@/db/scope';
import { type CatalogueFilters, isActiveIn, readCatalogueFilters } from '@/lib/catalogue-filters';
import type { CsvColumn } from '@/lib/csv';
import { listDownload } from '../list-download';

type Line = BeneficiaryRecord & { readonly customer: string | null };

const COLUMNS: readonly CsvColumn<Line>[] = [
  { heading: 'Beneficiary', type: 'text', cell: (row) => row.name },
  { heading: 'Customer', type: 'text', cell: (row) => row.customer },
  { heading: 'Category', type: 'text', cell: (row) => row.category },
  { heading: 'Born', type: 'number', cell: (row) => row.birthYear?.toFixed(0) ?? null },
  { heading: 'In use', type: 'text', cell: (row) => (row.isActive ? 'yes' : 'no') },
];

/** The list of beneficiaries with the filters of its page, as CSV. */
export const GET = listDownload({
  kind: 'beneficiaries',
  read: readCatalogueFilters,
  columns: () => COLUMNS,
  batches: linesOf,
});

async function* linesOf(tx: Tx, { q, show, customerId }: CatalogueFilters): AsyncGenerator<Line[]> {
  const filter = { isActive: isActiveIn(show), q, customerId: customerId ?? undefined };
  const pages = inPages<BeneficiaryRecord, ByName>((after) =>
    beneficiaryList(tx, filter, { limit: PAGE_OF_FILE, after }),
  );
  for await (const rows of pages) {
    const ids = rows.flatMap((row) => row.customerId ?? []);
    const names = await customerNames(tx, [...new Set(ids)]);
    yield rows.map((row) => ({ ...row, customer: row.customerId && (names.get(row.customerId) ?? null) }));
  }
}
