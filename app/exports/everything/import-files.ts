import { type RowToImport, rowsToImport } from '@/db/queries/books-to-import';
import type { Tx } from '@/db/scope';
import { csvHead, csvLines } from '@/lib/csv';
import { toDecimal, toMinor } from '@/lib/domain/money';
import { importColumns, type WrittenRow } from '@/lib/import/columns';
import type { ImportKind } from '@/lib/import/fields';

/** The files by which other books take over what stands in these, in the order in which they are to be brought. */
export const IMPORT_FILES: readonly { readonly name: string; readonly kind: ImportKind }[] = [
  { name: 'import/1-customers.csv', kind: 'customers' },
  { name: 'import/2-invoices.csv', kind: 'invoices' },
  { name: 'import/3-payments.csv', kind: 'payments' },
  { name: 'import/4-opening-balances.csv', kind: 'opening-balances' },
];

/** One of them, piece by piece. */
export async function* importCsv(tx: Tx, kind: ImportKind): AsyncGenerator<string> {
  const columns = importColumns(kind);
  yield csvHead(columns);
  for await (const rows of rowsToImport(tx, kind)) yield* csvLines(columns, rows.map(written));
}

function written({ amount, creditLimit, ...row }: RowToImport): WrittenRow {
  return { ...row, amount: inMajor(amount, row.currency), creditLimit: inMajor(creditLimit, row.currency) };
}

function inMajor(minor: string | null | undefined, currency: string): string | null {
  return minor === null || minor === undefined ? null : toDecimal(toMinor(minor), currency);
}
