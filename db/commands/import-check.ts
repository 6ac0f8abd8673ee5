import type { Organization } from '@/lib/actor';
import type { PlainDate } from '@/lib/domain/dates';
import { CustomerDirectory } from '@/lib/import/customer-directory';
import { decodeFile } from '@/lib/import/decode';
import { type ImportKind, missingFields } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import { fitting, type Mapping } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import type { Plan, PlanBasis } from '@/lib/import/plan';
import { planCustomers } from '@/lib/import/plan-customers';
import { type InvoiceBooks, planInvoices } from '@/lib/import/plan-invoices';
import { type OpeningBooks, planOpenings } from '@/lib/import/plan-openings';
import { keyPayments, planPayments } from '@/lib/import/plan-payments';
import {
  type CurrencyOf,
  type InvoiceRow,
  type OpeningRow,
  readRows,
  valuesOf,
} from '@/lib/import/read-rows';
import type { Table } from '@/lib/import/table';
import { Refusal } from '@/lib/refusal';
import { inBulk } from '../bulk';
import { bookRules } from '../queries/book-rules';
import { keyUses, knownCustomers, numberUses, openDebitsOf, payableInvoices } from '../queries/import-books';
import { importFile } from '../queries/imports';
import { openInvoiceCounts, wholeBalances } from '../queries/opening-books';
import { usualTerms } from '../queries/organization';
import type { Tx } from '../scope';

/** A file to be looked at; without a mapping, one is guessed. */
export interface ImportFile {
  readonly kind: ImportKind;
  readonly bytes: Uint8Array;
  readonly mapping?: Mapping | null;
}

/** What a file holds, how it is read, and what importing it would do. */
export interface ImportCheck {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly mapping: Mapping;
  /** A sentence when the encoding had to be guessed. */
  readonly notice: string | null;
  /** Rows below the header that hold anything. */
  readonly rowCount: number;
  /** Needed fields that no column feeds, in words. While there are any, there is no plan. */
  readonly missing: readonly string[];
  /** Null also while nobody said of which day opening balances are. */
  readonly plan: Plan | null;
}

/**
 * The dry run of a stored import: what booking it would do now. Writes nothing.
 * @throws Refusal `not_found`, and `invalid` when the file cannot be read.
 */
export async function checkImport(
  tx: Tx,
  actor: { readonly org: Organization },
  importId: string,
): Promise<ImportCheck> {
  const file = await importFile(tx, importId);
  if (!file) throw new Refusal('not_found', 'That import does not exist.');
  return checkFile(tx, actor, file);
}

/** The dry run of a file that nobody stored. @throws Refusal `invalid` when it cannot be read. */
export async function checkFile(
  tx: Tx,
  { org }: { readonly org: Organization },
  { kind, bytes, mapping: given }: ImportFile,
): Promise<ImportCheck> {
  const { text, notice } = decodeFile(bytes);
  const table = parseTable(text);
  const mapping = given ? fitting(given, kind, table.header.length) : guessMapping(kind, table, org);
  const missing = missingFields(kind, (id) => mapping.columns[id] !== undefined);
  const rowCount = table.rows.length + table.problems.length;
  const plan =
    missing.length > 0
      ? null
      : await inBulk(tx, rowCount, () => planImport(tx, org, { kind, table, mapping }));
  return { kind, table, mapping, notice, rowCount, missing, plan };
}

/** What booking the rows of a table would do now; null while nobody said of which day opening balances are. */
async function planImport(
  tx: Tx,
  org: Organization,
  { kind, table, mapping }: Pick<PlanBasis, 'kind' | 'table' | 'mapping'>,
): Promise<Plan | null> {
  const directory = new CustomerDirectory(
    await knownCustomers(tx),
    kind === 'customers' || mapping.createCustomers,
  );
  const { lockedOn } = await bookRules(tx);
  const termsDays = await usualTerms(tx);
  const basis: PlanBasis = { kind, table, mapping, directory, lockedOn, termsDays };
  const currencyOf: CurrencyOf = (customer) => directory.known(customer)?.currency ?? org.currency;
  if (kind === 'customers') {
    // A new customer without a currency has the organization's.
    return planCustomers(readRows(kind, table, { mapping, currencyOf: () => org.currency }), basis);
  }
  if (kind === 'opening-balances') {
    const { asOf } = mapping;
    if (!asOf) return null;
    const read = readRows(kind, table, { mapping, currencyOf });
    return planOpenings(read, basis, {
      asOf,
      books: await openingBooks(tx, directory, { asOf, rows: read.rows }),
    });
  }
  if (kind === 'invoices') {
    const read = readRows(kind, table, { mapping, currencyOf });
    return planInvoices(read, basis, await invoiceBooks(tx, directory, read.rows));
  }
  const invoices = await payableInvoices(tx, valuesOf(table, mapping, 'invoiceNumber'));
  const { rows, problems } = readRows(kind, table, {
    mapping,
    currencyOf: (customer, number) => invoices.get(number)?.currency ?? currencyOf(customer, number),
  });
  const keyed = keyPayments(rows, basis, invoices);
  const payers = [...new Set(keyed.flatMap(({ customerId }) => customerId ?? []))];
  const debits = mapping.apply === 'oldest' ? await openDebitsOf(tx, payers) : new Map();
  return planPayments({ rows: keyed, problems }, basis, { invoices, keys: await keyUses(tx, keyed), debits });
}

async function invoiceBooks(
  tx: Tx,
  directory: CustomerDirectory,
  rows: readonly InvoiceRow[],
): Promise<InvoiceBooks> {
  const numbers = [...new Set(rows.map(({ number }) => number))];
  return {
    numbers: await numberUses(tx, 'invoice', numbers),
    openings: await numberUses(tx, 'opening_debit', numbers),
    whole: await wholeBalances(tx, knownIds(directory, rows)),
  };
}

async function openingBooks(
  tx: Tx,
  directory: CustomerDirectory,
  { asOf, rows }: { readonly asOf: PlainDate; readonly rows: readonly OpeningRow[] },
): Promise<OpeningBooks> {
  const numbers = [...new Set(rows.flatMap(({ number }) => number || []))];
  const whole = knownIds(
    directory,
    rows.filter(({ number }) => number === ''),
  );
  return {
    debits: await numberUses(tx, 'opening_debit', numbers),
    credits: await numberUses(tx, 'opening_credit', numbers),
    invoices: await numberUses(tx, 'invoice', numbers),
    whole: await wholeBalances(tx, whole),
    openInvoices: await openInvoiceCounts(tx, whole, asOf),
  };
}

function knownIds(
  directory: CustomerDirectory,
  rows: readonly Pick<InvoiceRow, 'customer'>[],
): readonly string[] {
  return [...new Set(rows.flatMap(({ customer }) => directory.known(customer)?.id ?? []))];
}
