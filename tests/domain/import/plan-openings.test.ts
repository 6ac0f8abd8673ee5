import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { CustomerDirectory } from '@/lib/import/customer-directory';
import { guessMapping } from '@/lib/import/guess-mapping';
import { parseTable } from '@/lib/import/parse';
import { planOpenings } from '@/lib/import/plan-openings';
import { readRows } from '@/lib/import/read-rows';
import { rowResults } from '@/lib/import/row-results';
import { templateFile } from '@/lib/import/template';

const NO_BOOKS = {
  debits: new Map(),
  credits: new Map(),
  invoices: new Map(),
  whole: new Map(),
  openInvoices: new Map(),
};
const asOf = toPlainDate('2026-09-30');

function plan(text: string, of = asOf) {
  const table = parseTable(text);
  const mapping = guessMapping('opening-balances', table, { currency: 'USD' });
  const directory = new CustomerDirectory([], true);
  const basis = {
    kind: 'opening-balances',
    table,
    mapping,
    directory,
    lockedOn: null,
    termsDays: 30,
  } as const;
  const read = readRows('opening-balances', table, { mapping, currencyOf: () => 'USD' });
  return { table, mapping, plan: planOpenings(read, basis, { asOf: of, books: NO_BOOKS }) };
}

test('the template is read as it is meant: an open invoice and a credit', () => {
  const { mapping, plan: planned } = plan(templateFile('opening-balances').join('').replace('\uFEFF', ''));
  expect(Object.keys(mapping.columns)).toHaveLength(8);
  expect(planned.problems).toEqual([]);
  expect(planned.openings).toMatchObject([
    {
      number: '20399',
      amountMinor: 125_000,
      dueDate: '2026-10-02',
      reason: 'September service, Dated 2026-09-02',
    },
    { number: null, amountMinor: -8_000, currency: 'EUR', dueDate: '2026-09-30', reason: 'Paid too much' },
  ]);
});

test('what other programs call an open balance is recognised', () => {
  for (const name of ['Balance due', 'Open balance', 'Amount Due', 'Outstanding', 'Saldo', 'Total'])
    expect(plan(`Customer,${name}\nAcme,5.00\n`).mapping.columns).toEqual({ customerName: 0, amount: 1 });
});

test('a day after which no due day can be worked out is refused, unless the row gives one', () => {
  const file =
    'Customer,Balance,Invoice,Invoice date,Due date\nAcme,5.00,A-1,2199-12-15,\nAcme,5.00,A-2,2199-12-15,2199-12-31\n';
  const { plan: planned } = plan(file, toPlainDate('2199-12-20'));
  expect(planned.problems).toMatchObject([
    { row: 2, column: 'Invoice date', problem: 'This day is too far away to work out a due date.' },
  ]);
  expect(planned.openings).toMatchObject([{ number: 'A-2', asOf: '2199-12-20', dueDate: '2199-12-31' }]);
});

test('every row is planned or refused, never both, and what is planned adds up', () => {
  const row = fc.record({
    code: fc.constantFrom('C1', 'C2', 'C3'),
    number: fc.constantFrom('', 'A', 'B', 'C'),
    cents: fc.integer({ min: -300, max: 300 }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const lines = rows.map(({ code, number, cents }) => `${code},${number},${(cents / 100).toFixed(2)}`);
      const { table, plan: planned } = plan(
        `Customer code,Document number,Open amount\n${lines.join('\n')}\n`,
      );
      const results = rowResults(table, planned);
      expect(results).toHaveLength(rows.length);
      const taken = results.flatMap(({ row: at, status }) => (status === 'created' ? [at] : []));
      expect(planned.openings.map((each) => each.row)).toEqual(taken);
      const sum = toMinor(planned.openings.reduce((total, { amountMinor }) => total + amountMinor, 0));
      expect(planned.totals.map(({ amountMinor }) => amountMinor)).toEqual(taken.length > 0 ? [sum] : []);
      const keys = planned.openings.map(
        ({ customerId, number, amountMinor }) => `${number ?? customerId} ${amountMinor > 0}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});
