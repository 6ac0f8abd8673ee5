import { type BookTable, bookTables, tableBatches } from '@/db/queries/whole-books';
import type { Tx } from '@/db/scope';
import { type CsvColumn, csvHead, csvLines } from '@/lib/csv';
import type { WriteBytes } from '../stream';
import { IMPORT_FILES, importCsv } from './import-files';
import { ZipStream } from './zip';

/**
 * Writes a zip with a CSV file for every table of the books, files that an import reads, and one that says how to read them all. All are of one moment, whatever
 * is recorded meanwhile.
 */
export async function writeEverything(tx: Tx, write: WriteBytes, facts: string): Promise<void> {
  const zip = new ZipStream(write);
  await zip.add('README.txt', once(facts + HOW_TO_READ));
  for (const table of await bookTables(tx)) await zip.add(`${table.name}.csv`, csvOf(tx, table));
  for (const { name, kind } of IMPORT_FILES) await zip.add(name, importCsv(tx, kind));
  await zip.end();
}

async function* csvOf(tx: Tx, table: BookTable): AsyncGenerator<string> {
  const columns = table.columns.map(
    ({ name, type }): CsvColumn<Record<string, string | null>> => ({
      heading: name,
      type,
      cell: (row) => row[name] ?? null,
    }),
  );
  yield csvHead(columns);
  for await (const rows of tableBatches(tx, table)) yield* csvLines(columns, rows);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

const HOW_TO_READ = `
Each file is a table: UTF-8, commas, headings in the first line. Rows of different files belong together by their ids:
document_id is the id of documents.csv, customer_id that of customers.csv, and so on.

Amounts (columns that end in _minor) are whole numbers of the smallest unit of the currency beside them: 12345 in USD is
123.45, in JPY 12345. Days are YYYY-MM-DD of the time zone of the business; instants are ISO 8601.

documents.csv   what was posted: amounts above 0 raise what a customer owes, those below 0 lower it
open_items.csv  one for each document: open_minor is what is left of it
allocations.csv which credit settled how much of which debit; a negative row takes an earlier one back
activity.csv    who did what; each row carries the hash of the one before it

The folder import holds what stands in the books in the form that Dueline's own import reads. Brought one after the other into an
empty business, as customers, invoices, payments and opening balances as of the day of this file (or of the last document, if that is
later), they give every customer the same balance. What is neither invoice nor payment (credit memos, fees, write-offs, refunds and so
on) comes back as opening balances; an invoice in instalments is due at once with its last one.

Passwords, keys, links and the bytes of files that were brought are not in it.
`;
