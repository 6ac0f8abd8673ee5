import { expect, test } from 'vitest';
import { archiveCustomer } from '@/db/commands/archive-customer';
import { createCustomer } from '@/db/commands/create-customer';
import { postInvoice } from '@/db/commands/post-invoice';
import { replaceContacts } from '@/db/commands/replace-contacts';
import { find } from '@/db/queries/find';
import { toMinor } from '@/lib/domain/money';
import { type FindQuery, readFindQuery } from '@/lib/find-query';
import { createWorld, day } from '../world';

async function found(w: Awaited<ReturnType<typeof createWorld>>, text: string) {
  const query: FindQuery | null = readFindQuery(text, 'USD');
  if (!query) throw new Error('nothing to look for');
  const { customers, people, documents } = await w.read((tx) => find(tx, query));
  return {
    customers: customers.map(({ name }) => name),
    people: people.map(({ name }) => name),
    documents: documents.map(({ number }) => number),
  };
}

async function books() {
  const w = await createWorld();
  const bright = await w.addCustomer('Brightwater Hotels', 'BW-7');
  const osprey = await w.addCustomer('Osprey Dining', 'OS-1');
  await w.invoice(1_248_000, '2026-03-01', { customerId: bright, number: 'INV-20399' });
  await w.invoice(1_248_000, '2026-03-02', { customerId: osprey, number: 'INV-20400' });
  await w.invoice(50_000, '2026-03-03', { customerId: osprey, number: 'A-20399' });
  await w.pay(30_000, '2026-03-05', {
    customerId: osprey,
    payment: { method: 'Wire', reference: 'Remit 4711' },
  });
  return w;
}

test('a customer is found by any part of its name or code, with what it owes', async () => {
  const w = await books();
  expect((await found(w, 'WATER')).customers).toEqual(['Brightwater Hotels']);
  expect((await found(w, 'bw-7')).customers).toEqual(['Brightwater Hotels']);
  const query = readFindQuery('osprey', 'USD');
  const [osprey] = query ? (await w.read((tx) => find(tx, query))).customers : [];
  expect(osprey?.owedMinor).toBe(1_268_000);
});

test('a document is found by how its number begins or ends, by its reference and by its amount', async () => {
  const w = await books();
  expect((await found(w, 'inv-203')).documents).toEqual(['INV-20399']);
  expect((await found(w, '20399')).documents.toSorted()).toEqual(['A-20399', 'INV-20399']);
  expect((await found(w, 'remit 47')).documents).toEqual(['PMT-00001']);
  expect((await found(w, '300')).documents).toEqual(['PMT-00001']);
  expect((await found(w, '12,480.00')).documents.toSorted()).toEqual(['INV-20399', 'INV-20400']);
});

test('an invoice is found by how the purchase order of its customer begins, alone or with a name', async () => {
  const w = await books();
  const bright = await w.addCustomer('Bright & Sons');
  const lines = [{ description: 'Goods', quantity: '1', unitPriceMinor: toMinor(70_000), taxPercent: '0' }];
  const invoice = { customerId: bright, invoiceDate: day('2026-03-04'), lines, source: 'staff' } as const;
  for (const [number, purchaseOrder] of [
    ['INV-7', 'PO 4711/A'],
    ['INV-8', 'BWH-7741'],
  ] as const)
    await w.write((tx) => postInvoice(tx, w.admin, { ...invoice, number, purchaseOrder }));
  expect((await found(w, 'bwh-77')).documents).toEqual(['INV-8']);
  expect((await found(w, 'po 4711')).documents).toEqual(['INV-7']);
  expect((await found(w, 'sons bwh-7741')).documents).toEqual(['INV-8']);
  expect((await found(w, 'osprey bwh-7741')).documents).toEqual([]);
  const query = readFindQuery('BWH-7741', 'USD');
  const documents = query ? (await w.read((tx) => find(tx, query))).documents : [];
  expect(documents.map(({ purchaseOrder }) => purchaseOrder)).toEqual(['BWH-7741']);
  expect((await found(await createWorld(), 'bwh-7741')).documents).toEqual([]);
});

test('an amount is also what is still open of an invoice', async () => {
  const w = await books();
  // The payment of 300.00 went to the oldest: 12,180.00 is left of it.
  expect((await found(w, '12180')).documents).toEqual(['INV-20400']);
});

test('a name with an amount finds the amount among the documents of that name alone', async () => {
  const w = await books();
  expect(await found(w, 'bri 12480')).toEqual({
    customers: ['Brightwater Hotels'],
    people: [],
    documents: ['INV-20399'],
  });
  expect(await found(w, 'nobody 12480')).toEqual({ customers: [], people: [], documents: [] });
});

test('a person at a customer is found by name, e-mail address and phone, however it is written; not when the customer is archived', async () => {
  const w = await createWorld();
  const people = [
    { name: 'Dana Reyes', title: 'Payables', email: 'Dana.R@bright.example', phone: '+1 (555) 014-2776' },
    { name: 'Ola Berg', email: 'ola@bright.example', phone: '030 / 90 18 20' },
  ];
  const gone = { name: 'Dana Gone', phone: '+1 555 014 2776' };
  const bright = await w.addCustomer('Brightwater Hotels');
  const customerId = await w.addCustomer('Left Inc');
  await w.write((tx) => replaceContacts(tx, w.admin, { customerId: bright, people }));
  await w.write((tx) => replaceContacts(tx, w.admin, { customerId, people: [gone] }));
  await w.write((tx) => archiveCustomer(tx, w.admin, { customerId }));
  for (const text of [
    'dana r',
    'REYES',
    'dana.r@',
    '@bright.example',
    '555 0142776',
    '+1-555-014-2776',
    '(555) 014',
  ])
    expect([text, (await found(w, text)).people.includes('Dana Reyes')]).toEqual([text, true]);
  expect((await found(w, '030 901820')).people).toEqual(['Ola Berg']);
  expect((await found(w, '+49 30 901820')).people).toEqual([]);
  expect((await found(w, 'gone')).people).toEqual([]);
  expect((await found(await createWorld(), 'dana')).people).toEqual([]);
});

test('a customer is found by its own e-mail address and phone too', async () => {
  const w = await createWorld();
  const own = { name: 'Osprey Dining', code: null, email: 'AP@osprey.example', phone: '+1 555 0199' };
  await w.write((tx) => createCustomer(tx, w.admin, own));
  for (const text of ['ap@osprey', '5550199'])
    expect([text, (await found(w, text)).customers]).toEqual([text, ['Osprey Dining']]);
});

test('nothing of another organization is found', async () => {
  await books();
  const other = await createWorld();
  expect(await found(other, 'brightwater')).toEqual({ customers: [], people: [], documents: [] });
  expect(await found(other, 'INV-20399')).toEqual({ customers: [], people: [], documents: [] });
});
