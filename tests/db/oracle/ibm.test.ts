import { expect, test } from 'vitest';
import { createWorld } from '../../world';
import { check, importFile } from '../import/importing';
import { codesOf } from './codes';
import { absent, dataFile, expectedBooks, expectedCustomers } from './expected';
import { ourMeasures, theirMeasures } from './measures';
import { ourAging, ourCustomers, ourMonth, theirAging } from './reports';

const FILE = 'ibm/WA_Fn-UseC_-Accounts-Receivable.csv';

if (absent) console.warn(absent);

test.skipIf(absent)(
  'the books of IBM agree with the oracle to the cent, on every day and both bases',
  async () => {
    const w = await createWorld();
    const file = dataFile(FILE);
    const invoices = await importFile(w.admin, 'invoices', file);
    expect(invoices).toMatchObject({ created: 2466, alreadyThere: 0, refused: 0, newCustomers: 100 });
    const payments = await importFile(w.admin, 'payments', file);
    expect(payments).toMatchObject({
      created: 2466,
      totals: [{ currency: 'USD', count: 2466, amountMinor: 14770318, unappliedMinor: 0 }],
    });

    const { aging, monthly } = expectedBooks('ibm/expected.json');
    expect(aging).toHaveLength(6);
    for (const day of aging) expect(await ourAging(w.admin, day, ['USD'])).toEqual(theirAging(day));
    for (const { month, closing_ar_cents, closing_current_cents } of monthly)
      expect(await ourMonth(w.admin, month, ['USD'])).toEqual({
        month,
        closing_ar_cents,
        closing_current_cents,
      });
    expect(await ourMeasures(w.admin, monthly, ['USD'])).toEqual(theirMeasures(monthly));
    const codes = await codesOf(w.admin);
    for (const [asOf, customers] of Object.entries(expectedCustomers('ibm/expected.by-customer.json')))
      expect(await ourCustomers(w.admin, { asOf, codes }, ['USD'])).toEqual(customers);
  },
);

test.skipIf(absent)('all three variants of the file are understood without a word from anybody', async () => {
  const w = await createWorld();
  const zeros = await check(w.admin, 'invoices', dataFile(FILE.replace('.csv', '_leading-zero-variant.csv')));
  expect(zeros.plan?.invoices).toHaveLength(2466);
  expect(zeros.plan?.invoices[0]).toMatchObject({
    number: '0000611365',
    invoiceDate: '2013-01-02',
    amountMinor: 5594,
  });
  const holes = await check(w.admin, 'invoices', dataFile(FILE.replace('.csv', '_with_missing.csv')));
  expect(holes).toMatchObject({ rowCount: 2586, missing: [] });
  expect(holes.plan).toMatchObject({ problems: [] });
  for (const { mapping } of [zeros, holes])
    expect(mapping).toMatchObject({
      dateOrder: 'mdy',
      columns: { customerCode: 1, number: 3, invoiceDate: 4, dueDate: 5, amount: 6 },
    });
});
