import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CustomerDirectory } from '@/lib/import/customer-directory';
import { decodeFile } from '@/lib/import/decode';
import { IMPORT_KINDS, type ImportKind, missingFields } from '@/lib/import/fields';
import { guessMapping } from '@/lib/import/guess-mapping';
import type { Mapping } from '@/lib/import/mapping';
import { parseTable } from '@/lib/import/parse';
import type { Plan } from '@/lib/import/plan';
import { planInvoices } from '@/lib/import/plan-invoices';
import { keyPayments, planPayments } from '@/lib/import/plan-payments';
import { readRows } from '@/lib/import/read-rows';
import { rowResults } from '@/lib/import/row-results';
import type { Table } from '@/lib/import/table';
import { Refusal } from '@/lib/refusal';

const NAMES = [
  'Customer',
  'Customer code',
  'Invoice',
  'Date',
  'Due date',
  'Amount',
  'Currency',
  '__proto__',
  '',
  'x',
];
const CELLS = fc.oneof(
  fc.constantFrom(
    '',
    'Acme',
    'A-1',
    '2026-01-05',
    '2199-12-31',
    '1/2/2026',
    '13/13/2026',
    '5.00',
    '1,234',
    '9e99',
    '-1',
  ),
  fc.constantFrom(
    'USD',
    'JPY',
    'XXX',
    '__proto__',
    'constructor',
    '=1+1',
    '900000000000',
    '"',
    ',',
    '\n',
    '\u0085',
  ),
  fc.string({ maxLength: 12 }),
);
const LINES = fc.array(fc.array(CELLS, { minLength: 0, maxLength: 8 }), { minLength: 1, maxLength: 12 });

/** What comes of a file whose columns are chosen at random; null when it was refused in words. */
function planOf(kind: ImportKind, bytes: Uint8Array, shift: number): { table: Table; plan: Plan } | null {
  const table = parseTable(decodeFile(bytes).text);
  const guess = guessMapping(kind, table, { currency: 'USD' });
  const width = table.header.length;
  const columns = Object.fromEntries(
    Object.entries(guess.columns).map(([id, at]) => [id, (at + shift) % width]),
  );
  const mapping: Mapping = { ...guess, columns, dateOrder: shift % 2 ? 'dmy' : 'mdy', apply: 'oldest' };
  if (missingFields(kind, (id) => mapping.columns[id] !== undefined).length > 0) return null;
  const directory = new CustomerDirectory([], true);
  const basis = { kind, table, mapping, directory, lockedOn: null, termsDays: 30 };
  const how = { mapping, currencyOf: () => 'USD' };
  if (kind === 'invoices') {
    const books = { numbers: new Map(), openings: new Map(), whole: new Map() };
    return { table, plan: planInvoices(readRows(kind, table, how), basis, books) };
  }
  if (kind === 'customers') return null;
  const read = readRows('payments', table, how);
  const rows = keyPayments(read.rows, basis, new Map());
  const books = { invoices: new Map(), keys: new Map(), debits: new Map() };
  return { table, plan: planPayments({ rows, problems: read.problems }, basis, books) };
}

test('any file either is refused in words or has exactly one result per row', () => {
  const bytes = fc.oneof(
    LINES.map((lines) =>
      new TextEncoder().encode([NAMES, ...lines].map((line) => line.join(',')).join('\n')),
    ),
    fc.uint8Array({ maxLength: 200 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...IMPORT_KINDS), bytes, fc.nat(9), (kind, file, shift) => {
      try {
        const found = planOf(kind, file, shift);
        if (!found) return;
        const { table, plan } = found;
        const results = rowResults(table, plan);
        expect(results).toHaveLength(table.rows.length + table.problems.length);
        const created = results.filter(({ status }) => status === 'created').map(({ row }) => row);
        expect([...plan.invoices, ...plan.payments].map(({ row }) => row)).toEqual(created);
        expect(plan.totals.reduce((sum, { count }) => sum + count, 0)).toBe(created.length);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(error.message).toMatch(/\.$/);
      }
    }),
    { numRuns: 5_000 },
  );
});
