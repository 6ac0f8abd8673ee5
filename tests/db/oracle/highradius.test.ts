import { expect, test } from 'vitest';
import { createWorld } from '../../world';
import { importFile } from '../import/importing';
import { codesOf } from './codes';
import { absent, dataFile, expectedBooks, expectedCustomers } from './expected';
import { ourMeasures, theirMeasures } from './measures';
import { ourAging, ourCustomers, ourMonth, theirAging } from './reports';

const CURRENCIES = ['USD', 'CAD'];

if (absent) console.warn(absent);

test.skipIf(absent)(
  'the books of HighRadius, 40,000 invoices and payments, agree with the oracle to the cent',
  async () => {
    const w = await createWorld();
    const file = dataFile('highradius/closed_40000_reconstructed.csv');
    const started = performance.now();
    const invoices = await importFile(w.admin, 'invoices', file);
    const middle = performance.now();
    const payments = await importFile(w.admin, 'payments', file);
    const ended = performance.now();
    console.info(`invoices ${rate(middle - started)}, payments ${rate(ended - middle)}`);
    expect(invoices).toMatchObject({ created: 40_000, alreadyThere: 0, refused: 0, newCustomers: 1056 });
    expect(payments).toMatchObject({ created: 40_000, alreadyThere: 0, refused: 0, newCustomers: 0 });
    expect(payments.totals.map(({ unappliedMinor }) => unappliedMinor)).toEqual([0, 0]);

    const { aging, monthly } = expectedBooks('highradius/expected-closed.json');
    expect(aging).toHaveLength(6);
    for (const day of aging) expect(await ourAging(w.admin, day, CURRENCIES)).toEqual(theirAging(day));
    for (const { month, closing_ar_cents, closing_current_cents } of monthly)
      expect(await ourMonth(w.admin, month, CURRENCIES)).toEqual({
        month,
        closing_ar_cents,
        closing_current_cents,
      });
    expect(await ourMeasures(w.admin, monthly, CURRENCIES)).toEqual(theirMeasures(monthly));
    const codes = await codesOf(w.admin);
    const byDay = expectedCustomers('highradius/expected-closed.by-customer.json');
    for (const [asOf, customers] of Object.entries(byDay))
      expect(await ourCustomers(w.admin, { asOf, codes }, CURRENCIES)).toEqual(customers);
  },
  150_000,
);

function rate(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s (${Math.round(40_000 / (ms / 1000))} rows/s)`;
}
