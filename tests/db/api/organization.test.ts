import { expect, test } from 'vitest';
import { createDiscount, getDiscount, voidDiscount } from '@/app/api/v1/_resources/discounts';
import { createInvoice, getInvoice } from '@/app/api/v1/_resources/invoices';
import { createLateFee, createLateFeeRun, getLateFee, voidLateFee } from '@/app/api/v1/_resources/late-fees';
import { getOrganization, updateOrganization } from '@/app/api/v1/_resources/organization';
import { activity } from '@/db/schema/activity';
import { createWorld, refusalOf } from '../../world';
import { ask } from './asking';

test('the rules of the business are set, read and taken back, and what changed is noted', async () => {
  const w = await createWorld();
  const body = {
    tolerance_amount: '1.00',
    tolerance_percent: 0.5,
    write_off_limit: 250,
    late_fee_amount: 10,
    late_fee_percent: '1.5',
    late_fee_days: 10,
    interest_percent: '9.75',
    provision_rates: ['0.3', '1.6', '3.6', '6.6', '10.6', '20'],
    locked_on: '2026-01-31',
  };
  const set = await ask(w, updateOrganization, { body });
  expect(set).toMatchObject({ ...body, tolerance_amount: 1, tolerance_percent: '0.5', name: w.org.name });
  expect(await ask(w, getOrganization, { actor: w.manager })).toEqual(set);
  const back = { write_off_limit: null, late_fee_days: null, provision_rates: null };
  expect(await ask(w, updateOrganization, { body: back })).toEqual({ ...set, ...back });
  const deeds = await w.read((tx) => tx.select().from(activity).orderBy(activity.sequence));
  expect(deeds.filter((deed) => deed.objectKind === 'organization')).toMatchObject([
    { verb: 'organization_updated', after: { toleranceMinor: 100, interestPercent: '9.75' } },
    { verb: 'period_locked' },
    { verb: 'organization_updated', before: { writeOffLimitMinor: 25_000, lateFeeDays: 10 } },
  ]);
});

test.each([
  { tolerance_percent: 101 },
  { tolerance_amount: '-1' },
  { late_fee_amount: '1.005' },
  { interest_percent: '-2' },
  { late_fee_days: 1.5 },
  { provision_rates: ['x'] },
  { currency: 'EUR' },
])('%o is malformed', async (body) => {
  const w = await createWorld();
  await expect(ask(w, updateOrganization, { body })).rejects.toMatchObject({ status: 400 });
});

test('late fees come by the rule and by hand, and can be taken back', async () => {
  const w = await createWorld();
  await ask(w, updateOrganization, { body: { late_fee_amount: 10, late_fee_days: 10 } });
  const invoice = {
    customer_id: w.customerId,
    invoice_date: '2026-06-01',
    due_date: '2026-06-11',
    amount: 10,
  };
  const { invoice_id } = await ask(w, createInvoice, { body: invoice });
  const body = { date: '2026-06-21', interest: true };
  const { charges, complete } = await ask(w, createLateFeeRun, { body });
  expect([charges, complete]).toMatchObject([
    [{ kind: 'fee', invoice_id, amount: 10, number: 'FEE-00001' }],
    true,
  ]);
  expect(await ask(w, createLateFeeRun, { body })).toMatchObject({ charges: [] });
  const id = String((charges as { document_id: string }[])[0]?.document_id);
  expect(await ask(w, getLateFee, { params: { id } })).toMatchObject({
    remaining: 10,
    source: 'rule',
    relates_to: { document_id: invoice_id },
  });
  expect(await ask(w, getInvoice, { params: { id } })).toMatchObject({ kind: 'late_fee', outstanding: 10 });
  expect(await ask(w, voidLateFee, { params: { id }, body: { reason: 'Goodwill' } })).toMatchObject({
    status: 'void',
  });
  const hand = { invoice_id, amount: '2.50', date: '2026-06-22', reason: 'Second letter' };
  expect(await ask(w, createLateFee, { body: hand })).toMatchObject({ amount: 2.5, source: 'api' });
  const account = { customer_id: w.customerId, amount: 1, date: '2026-06-22' };
  expect(await ask(w, createLateFee, { body: account })).toMatchObject({ relates_to: null });
  await expect(ask(w, createLateFee, { body: { ...hand, ...account } })).rejects.toMatchObject({
    status: 400,
  });
});

test('a discount that is taken back opens its invoice again', async () => {
  const w = await createWorld();
  const invoice = {
    customer_id: w.customerId,
    invoice_date: '2026-06-01',
    due_date: '2026-06-11',
    amount: 120,
    tax: 20,
  };
  const { invoice_id } = await ask(w, createInvoice, { body: invoice });
  const body = { invoice_id, amount: 6, date: '2026-06-02' };
  const { document_id } = await ask(w, createDiscount, { body });
  const params = { id: String(document_id) };
  expect(await ask(w, getDiscount, { params })).toMatchObject({ amount: 6, tax: 1, remaining: 0 });
  const again = { params, body: { reason: 'Wrong invoice' } };
  expect(await ask(w, voidDiscount, again)).toMatchObject({ status: 'void' });
  expect(await ask(w, getInvoice, { params: { id: String(invoice_id) } })).toMatchObject({
    outstanding: 120,
  });
  expect(await refusalOf(ask(w, voidDiscount, again))).toBe('already_reversed');
});
