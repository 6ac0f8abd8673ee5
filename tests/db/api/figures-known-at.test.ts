import { expect, test } from 'vitest';
import type { Operation } from '@/app/api/v1/_api/operation';
import {
  getAgingDistribution,
  getCustomerBreakdown,
  getKpis,
  getSummaryStats,
  getTopCustomers,
} from '@/app/api/v1/_resources/figures';
import { getInvoiceDetails } from '@/app/api/v1/_resources/invoice-details';
import { getMeasures } from '@/app/api/v1/_resources/measures';
import { updateCustomer } from '@/db/commands/update-customer';
import { lastRecorded } from '@/db/queries/last-recorded';
import { createWorld } from '../../world';
import { ask } from './asking';

const FIGURES: [string, Operation][] = [
  ['kpis', getKpis],
  ['top5', getTopCustomers],
  ['summary-stats', getSummaryStats],
  ['aging-distribution', getAgingDistribution],
  ['customer-breakdown', getCustomerBreakdown],
  ['invoice-details', getInvoiceDetails],
  ['measures', getMeasures],
];

test.each(FIGURES)('%s of a past day is, as it was known then, what it was', async (_what, operation) => {
  const w = await createWorld();
  await w.invoice(10_000, '2025-11-01', { number: 'A' });
  await w.pay(2_500, '2026-01-10');
  const asked = { params: { customer_id: w.customerId }, query: { as_of: '2026-03-31' } };
  const then = await ask(w, operation, asked);
  const knownAt = await w.read(lastRecorded);
  await w.invoice(4_000, '2026-02-01', { number: 'B' });
  await w.pay(1_000, '2026-02-10');
  await w.write((tx) => updateCustomer(tx, w.admin, { customerId: w.customerId, name: 'Acme Renamed' }));
  const again = { ...asked, query: { ...asked.query, known_at: knownAt } };
  const known = operation === getMeasures ? { known_at: knownAt } : {};
  expect(await ask(w, operation, again)).toEqual(Array.isArray(then) ? then : { ...then, ...known });
  expect(await ask(w, operation, asked)).not.toEqual(then);
});

test('who is at risk is told with the measures: somebody with something more than 90 days past due', async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Beta');
  await w.invoice(10_000, '2025-12-31', { number: 'A' });
  await w.invoice(10_000, '2025-12-31', { number: 'B', customerId: other });
  await w.invoice(10_000, '2025-12-01', { number: 'C', customerId: other });
  const at = async (as_of: string) => ask(w, getMeasures, { query: { as_of, months: '1' } });
  expect(await at('2026-03-01')).toMatchObject({ at_risk_customers: 0, past_due_items: 3 });
  expect(await at('2026-03-31')).toMatchObject({ at_risk_customers: 1, average_days_overdue: 100 });
  expect(await at('2026-04-01')).toMatchObject({ at_risk_customers: 2 });
  expect(await ask(w, getSummaryStats, { query: { as_of: '2026-04-01' } })).toMatchObject({
    at_risk_customers: 2,
  });
});
