import { expect, test } from 'vitest';
import type { SourceObject } from '@/lib/sources/facts';
import { unified } from '@/lib/sources/unified/unified';
import { smallBooks } from '../../sync-books';

const BOOKS = { currency: 'USD', timeZone: 'America/New_York' };
const { rows } = smallBooks();
const read = (object: SourceObject, raw: unknown) => unified.read({ object, raw }, BOOKS);
const invoice = (changes: object) => read('invoice', { ...rows.invoice[0], ...changes });
const fact = (changes: object) => {
  const reading = invoice(changes);
  return 'fact' in reading ? reading.fact : reading.reason;
};

test('what other programs stumble over is read: a day alone, a null, an amount as text, an instant without a zone', () => {
  expect(fact({ due_at: '2025-02-09' })).toMatchObject({ dueOn: '2025-02-09' });
  expect(fact({ reference: null, payments: null })).toMatchObject({ totalMinor: 50_000, payments: [] });
  expect(fact({ total_amount: '500.00' })).toMatchObject({ totalMinor: 50_000 });
  expect(fact({ posted_at: '2025-01-10T00:00:00' })).toMatchObject({ documentDate: '2025-01-10' });
});

test('noise of floating point is no amount, and a third of a cent is none either', () => {
  expect(fact({ total_amount: 500.00000000000006 })).toMatchObject({ totalMinor: 50_000 });
  expect(fact({ total_amount: 500.005 })).toBe('bad_amount');
  expect(fact({ total_amount: '5oo' })).toBe('bad_amount');
});

test('late in the evening there is still the day there, and midnight of UTC is how they write a day', () => {
  expect(fact({ due_at: '2025-02-10T04:30:00.000Z' })).toMatchObject({ dueOn: '2025-02-09' });
  expect(fact({ due_at: '2025-02-10T00:00:00.000Z' })).toMatchObject({ dueOn: '2025-02-10' });
});

test('what contradicts itself or is unknown is set aside with its reason', () => {
  expect(fact({ status: 'WRITTEN_OFF' })).toBe('unknown_status');
  expect(fact({ status: 'OVERDUE', balance_amount: 0 })).toBe('does_not_add_up');
  expect(fact({ balance_amount: 100 })).toBe('does_not_add_up');
  expect(fact({ status: 'PAID' })).toBe('does_not_add_up');
  expect(fact({ due_at: '2025-01-09' })).toBe('due_before_date');
  expect(fact({ due_at: null })).toBe('no_due_date');
  expect(fact({ due_at: null, payment_terms: 'NET_10' })).toMatchObject({ dueOn: '2025-01-20' });
  expect(fact({ posted_at: 'soon' })).toBe('bad_date');
  expect(fact({ contact_id: null })).toBe('no_customer');
  expect(fact({ status: 'DRAFT' })).toBe('draft');
  expect(invoice({ due_at: '2025-01-09' })).toMatchObject({ openMinor: 20_000, currency: 'USD' });
});

test('no currency is ever made up', () => {
  expect(fact({ currency: null })).toBe('no_currency');
  expect(fact({ currency: 'XXX' })).toBe('unknown_currency');
  const { currency: _none, ...bare } = rows.payment[1] ?? { id: '' };
  expect(read('payment', bare)).toMatchObject({ reason: 'no_currency' });
  const stated = {
    ...bare,
    allocations: [{ object_id: '101', object_type: 'INVOICE', amount: 150, currency: 'EUR' }],
  };
  expect(read('payment', stated)).toMatchObject({ fact: { currency: 'EUR' } });
  const { currency: _no, ...nobody } = rows.contact[0] ?? { id: '' };
  expect(read('contact', nobody)).toMatchObject({ fact: { currency: null } });
});

test('a credit memo among the invoices, with amounts below zero, is the same credit memo', () => {
  const own = read('credit_memo', rows.creditmemo[0]);
  const { creditmemo_number: number, ...row } = rows.creditmemo[0] ?? { id: '' };
  const listed = {
    ...row,
    type: 'CREDITMEMO',
    invoice_number: number,
    total_amount: -100,
    balance_amount: -40,
  };
  expect(read('credit_memo', listed)).toEqual(own);
});

test('a payment of an older kind names its one invoice itself', () => {
  const { allocations: _none, ...row } = rows.payment[0] ?? { id: '' };
  expect(read('payment', { ...row, invoice_id: '101' })).toMatchObject({
    fact: { parts: [{ object: 'invoice', id: '101', amountMinor: 30_000 }] },
  });
});

test('no row at all breaks the reading', () => {
  for (const raw of [
    null,
    1,
    'x',
    [],
    {},
    { id: {} },
    { total_amount: {} },
    { lineitems: [1], payments: 'x' },
  ])
    for (const object of ['contact', 'invoice', 'credit_memo', 'payment'] as const)
      expect(read(object, raw)).toHaveProperty('reason');
});
