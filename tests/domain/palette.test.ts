import { expect, test } from 'vitest';
import { toPlainDate } from '@/lib/domain/dates';
import { toMinor } from '@/lib/domain/money';
import { paletteEntries } from '@/lib/palette';

const customer = { id: 'c1', name: 'Brightwater Hotels', currency: 'USD', owedMinor: toMinor(4_626_050) };
const invoice = {
  documentId: 'd1',
  kind: 'invoice' as const,
  number: 'INV-20399',
  purchaseOrder: null,
  customerId: 'c1',
  customer: 'Brightwater Hotels',
  currency: 'USD',
  amountMinor: toMinor(1_248_000),
  openMinor: toMinor(1_248_000),
  dueOn: toPlainDate('2026-10-04'),
};
const today = toPlainDate('2026-11-20');
const found = { customers: [customer], people: [], documents: [invoice] };

test('what is found comes first, then what can be done about it, then where it leads', () => {
  const entries = paletteEntries({ found, amountMinor: toMinor(1_248_000), today, mayWrite: true });
  expect(entries.map(({ group, label, about }) => [group, label, about])).toEqual([
    ['Best match', 'INV-20399', 'Invoice, Brightwater Hotels, $12,480.00 open, 47 days late'],
    ['Best match', 'Brightwater Hotels', '$46,260.50 owed'],
    ['Do', 'Record a payment of $12,480.00', 'from Brightwater Hotels'],
    ['Do', 'Log a call', 'with Brightwater Hotels'],
    ['Do', 'New invoice', 'for Brightwater Hotels'],
    ['Go to', 'Aging report', 'filtered to Brightwater Hotels'],
    ['Go to', 'Statement', 'of Brightwater Hotels'],
    ['Go to', 'Invoices', 'of Brightwater Hotels'],
    ['Go to', 'Payments', 'of Brightwater Hotels'],
  ]);
  expect(entries[2]?.href).toBe('/customers/c1?pay=1&amount=12480.00');
});

test('an invoice that was found by its purchase order says which', () => {
  const ordered = { customers: [], people: [], documents: [{ ...invoice, purchaseOrder: 'BWH-7741' }] };
  const [first] = paletteEntries({ found: ordered, amountMinor: null, today, mayWrite: true });
  expect(first?.about).toBe('Invoice, Brightwater Hotels, order BWH-7741, $12,480.00 open, 47 days late');
});

test('who may not record is offered nothing to record, and of several customers none is guessed', () => {
  const reader = paletteEntries({ found, amountMinor: null, today, mayWrite: false });
  expect(reader.filter(({ group }) => group === 'Do')).toEqual([]);
  const two = {
    customers: [customer, { ...customer, id: 'c2', name: 'Bridge & Co' }],
    people: [],
    documents: [],
  };
  const entries = paletteEntries({ found: two, amountMinor: null, today, mayWrite: true });
  expect(new Set(entries.map(({ group }) => group))).toEqual(new Set(['Best match']));
});

test('a payment says what nothing has taken of it; what is settled says its amount', () => {
  const payment = { ...invoice, kind: 'payment' as const, number: 'PMT-7', amountMinor: toMinor(-50_000) };
  const of = (openMinor: number) =>
    paletteEntries({
      found: {
        customers: [],
        people: [],
        documents: [{ ...payment, openMinor: toMinor(openMinor), dueOn: null }],
      },
      amountMinor: null,
      today,
      mayWrite: true,
    })[0];
  expect(of(-11_500)).toMatchObject({
    about: 'Payment, Brightwater Hotels, $115.00 unapplied',
    href: '/payments/d1',
  });
  expect(of(0)?.about).toBe('Payment, Brightwater Hotels, $500.00');
});

test('a person is told by its customer and how to reach it, and leads to what can be done about that customer', () => {
  const dana = {
    id: 'p1',
    name: 'Dana Reyes',
    title: 'Accounts payable',
    email: 'dana@brightwater.example',
    phone: '+1 555 0142',
    customerId: 'c1',
    customer: 'Brightwater Hotels',
    currency: 'USD',
  };
  const entries = paletteEntries({
    found: { customers: [], people: [dana], documents: [] },
    amountMinor: null,
    today,
    mayWrite: true,
  });
  expect(entries[0]).toMatchObject({
    kind: 'person',
    label: 'Dana Reyes',
    about: 'Accounts payable at Brightwater Hotels, dana@brightwater.example, +1 555 0142',
    href: '/customers/c1#people',
  });
  expect(entries[1]).toMatchObject({ label: 'Record a payment', about: 'from Brightwater Hotels' });
});
