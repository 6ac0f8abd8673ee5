import { expect, test } from 'vitest';
import {
  createBeneficiary,
  deleteBeneficiary,
  getBeneficiary,
  listBeneficiaries,
  updateBeneficiary,
} from '@/app/api/v1/_resources/beneficiaries';
import { createInvoice } from '@/app/api/v1/_resources/invoices';
import {
  createService,
  deleteService,
  getService,
  listServices,
  updateService,
} from '@/app/api/v1/_resources/services';
import { createWorld, refusalOf } from '../../world';
import { ask } from './asking';

type World = Awaited<ReturnType<typeof createWorld>>;
type Row = Record<string, unknown>;
const add = (w: World, more: object = {}) =>
  ask(w, createService, { body: { name: 'Lesson', fee: '40.00', tax_percent: '19', ...more } });
const of = (id: unknown) => ({ params: { id: String(id) } });
const bill = (w: World, lines: object[], more: object = {}) =>
  ask(w, createInvoice, {
    body: { customer_id: w.customerId, invoice_date: '2026-03-01', lines, ...more },
  });

test('a service is added, changed and listed by name, page by page', async () => {
  const w = await createWorld();
  const { service_id } = await add(w);
  await add(w, { name: 'Course', description: 'Ten lessons', fee: 350, currency: 'EUR' });
  const names = async (query: Record<string, string>) => {
    const { data, next_cursor } = await ask(w, listServices, { query, actor: w.manager });
    return [(data as Row[]).map((row) => row.name), next_cursor] as const;
  };
  const [first, cursor] = await names({ limit: '1' });
  expect(first).toEqual(['Course']);
  expect(await names({ limit: '1', cursor: String(cursor) })).toEqual([['Lesson'], null]);
  expect(await names({ q: 'less' })).toEqual([['Lesson'], null]);
  const body = { fee: 45, active: false, description: 'One hour' };
  expect(await ask(w, updateService, { ...of(service_id), body })).toMatchObject({ ...body, name: 'Lesson' });
  expect(await names({ active: '1' })).toEqual([['Course'], null]);
  expect(await ask(w, getService, of(service_id))).toMatchObject({ fee: 45, currency: 'USD' });
});

test('two services never share a name, and another business sees neither', async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const { service_id } = await add(w);
  const { service_id: other } = await add(w, { name: 'Course' });
  expect(await refusalOf(add(w))).toBe('duplicate');
  const body = { name: 'Lesson' };
  expect(await refusalOf(ask(w, updateService, { ...of(other), body }))).toBe('duplicate');
  await add(stranger);
  for (const operation of [getService, deleteService])
    expect(await refusalOf(ask(stranger, operation, { ...of(service_id), body: {} }))).toBe('not_found');
  expect(await refusalOf(ask(stranger, updateService, { ...of(service_id), body }))).toBe('not_found');
  const stolen = bill(stranger, [{ service_id }]);
  expect(await refusalOf(stolen)).toBe('not_found');
});

test('a line that names a service takes from it what it leaves out', async () => {
  const w = await createWorld();
  const { service_id } = await add(w);
  const lines = [
    { service_id, quantity: '2' },
    { service_id, description: 'Trial lesson', unit_price: '10.00', tax_percent: 0 },
    { description: 'Books', unit_price: '5.00' },
  ];
  const invoice = await bill(w, lines);
  expect(invoice).toMatchObject({ amount: 110.2, tax: 15.2 });
  expect(invoice.lines).toMatchObject([
    { service_id, description: 'Lesson', quantity: '2', unit_price: 40, tax_percent: '19', net: 80 },
    { service_id, description: 'Trial lesson', unit_price: 10, tax_percent: '0' },
    { service_id: null, description: 'Books', beneficiary_id: null },
  ]);
});

test('a line needs a price from somewhere, in its own currency, of an active service', async () => {
  const w = await createWorld();
  const { service_id } = await add(w);
  expect(await refusalOf(bill(w, [{ description: 'Books' }]))).toBe('invalid');
  expect(await refusalOf(bill(w, [{ service_id }], { currency: 'EUR' }))).toBe('currency_mismatch');
  await bill(w, [{ service_id, unit_price: 39 }], { currency: 'EUR' });
  await ask(w, updateService, { ...of(service_id), body: { active: false } });
  expect(await refusalOf(bill(w, [{ service_id }]))).toBe('invalid');
});

test('a service that was never billed is deleted; one that was stays, inactive', async () => {
  const w = await createWorld();
  const [{ service_id: idle }, { service_id: billed }] = [await add(w), await add(w, { name: 'Course' })];
  await bill(w, [{ service_id: billed }]);
  expect(await ask(w, deleteService, { ...of(idle), body: {} })).toMatchObject({ deleted: true });
  expect(await ask(w, deleteService, { ...of(billed), body: {} })).toMatchObject({ deleted: false });
  expect(await refusalOf(ask(w, getService, of(idle)))).toBe('not_found');
  expect(await ask(w, getService, of(billed))).toMatchObject({ active: false });
});

test('deleting a service while it is billed ends in an inactive service or a refused invoice, never in an error', async () => {
  const w = await createWorld();
  for (let round = 0; round < 8; round += 1) {
    const { service_id } = await add(w, { name: `Service ${round}` });
    const [billed, deleted] = await Promise.allSettled([
      bill(w, [{ service_id }]),
      ask(w, deleteService, { ...of(service_id), body: {} }),
    ]);
    expect(deleted.status).toBe('fulfilled');
    if (billed.status === 'rejected') expect(billed.reason).toMatchObject({ code: 'not_found' });
  }
});

test('a beneficiary is billed on whose behalf a service was given, of its own customer alone', async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Beta');
  const pupil = { name: 'Pia', category: 'Class 3b', birth_year: 2017, customer_id: w.customerId };
  const { beneficiary_id } = await ask(w, createBeneficiary, { body: pupil });
  const { beneficiary_id: idle } = await ask(w, createBeneficiary, { body: { name: 'Site 7' } });
  const line = { beneficiary_id, description: 'Lesson', unit_price: 40 };
  expect((await bill(w, [line])).lines).toMatchObject([{ beneficiary_id }]);
  expect(await refusalOf(bill(w, [line], { customer_id: other }))).toBe('customer_mismatch');
  const { data } = await ask(w, listBeneficiaries, { query: { customer_id: w.customerId, limit: '5' } });
  expect(data).toMatchObject([{ ...pupil, active: true }]);
  const body = { category: null, birth_year: 2016 };
  expect(await ask(w, updateBeneficiary, { ...of(beneficiary_id), body })).toMatchObject({
    ...pupil,
    ...body,
  });
  expect(await ask(w, deleteBeneficiary, { ...of(idle), body: {} })).toMatchObject({ deleted: true });
  expect(await ask(w, deleteBeneficiary, { ...of(beneficiary_id), body: {} })).toMatchObject({
    deleted: false,
  });
  expect(await ask(w, getBeneficiary, of(beneficiary_id))).toMatchObject({ active: false });
  expect(await refusalOf(bill(w, [line]))).toBe('invalid');
  const stranger = await createWorld();
  expect(await refusalOf(ask(stranger, getBeneficiary, of(beneficiary_id)))).toBe('not_found');
  const theirs = { name: 'Pia', customer_id: stranger.customerId };
  expect(await refusalOf(ask(w, createBeneficiary, { body: theirs }))).toBe('not_found');
});

test('payment terms give the instalments of an invoice, and inconsistent ones are refused', async () => {
  const w = await createWorld();
  const lines = [{ description: 'Machine', unit_price: '100.00' }];
  const terms = [
    { kind: 'percent_of_total', ratio: 0.3333, divisor: 3, days: 30 },
    { kind: 'percent_of_remaining', ratio: '0.5', months: 2 },
    { kind: 'remainder', months: 3 },
  ];
  const { instalments } = await bill(w, lines, { terms_lines: terms });
  expect(instalments).toMatchObject([
    { due_date: '2026-03-31', amount: 33.34 },
    { due_date: '2026-05-01', amount: 33.33 },
    { due_date: '2026-06-01', amount: 33.33 },
  ]);
  const inconsistent = [{ kind: 'percent_of_remaining', ratio: 0.4, divisor: 2 }, { kind: 'remainder' }];
  expect(await refusalOf(bill(w, lines, { terms_lines: inconsistent }))).toBe('invalid_terms');
  expect(await refusalOf(bill(w, lines, { terms_lines: [{ kind: 'fixed', amount: 5 }] }))).toBe(
    'invalid_terms',
  );
  const greedy = [{ kind: 'fixed', amount: '100.01' }, { kind: 'remainder' }];
  expect(await refusalOf(bill(w, lines, { terms_lines: greedy }))).toBe('invalid_terms');
});

test('tax is rounded line by line, or once for the document, as asked', async () => {
  const w = await createWorld();
  const line = { description: 'Units', quantity: '1.001', unit_price: 1, tax_percent: 20 };
  const lines = Array.from({ length: 100 }, () => line);
  expect(await bill(w, lines)).toMatchObject({ tax: 20, amount: 120 });
  expect(await bill(w, lines, { rounding: 'document' })).toMatchObject({ tax: 20.02, amount: 120.12 });
});
