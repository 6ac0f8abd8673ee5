import type { SandboxBooks, SandboxRow } from './books';

const CUSTOMERS = 200;
const DAY_MS = 86_400_000;
const FIRST = Date.parse('2025-01-01T00:00:00Z');

/**
 * Books of so many invoices, the same every time: a payment for four in five of them, one in ten of those short, a credit memo for
 * one in fifty, applied to its invoice.
 */
export function generateBooks(invoiceCount: number): SandboxBooks {
  const numbers = Array.from({ length: invoiceCount }, (_, at) => at + 1);
  return {
    connectionId: 'sandbox',
    rows: {
      organization: [{ id: 'org', name: 'Sandbox Ltd', currency: 'USD', timezone: 'America/New_York' }],
      contact: Array.from({ length: Math.min(CUSTOMERS, invoiceCount) }, (_, at) => contact(at + 1)),
      invoice: numbers.map(invoice),
      creditmemo: numbers.filter(isCredited).map(creditMemo),
      payment: numbers.filter(isPaid).map(payment),
    },
  };
}

const isPaid = (n: number) => n % 5 !== 0;
const isCredited = (n: number) => n % 50 === 0;
const cents = (n: number) => 5_000 + ((n * 7_919) % 900_000);
const paidCents = (n: number) => (n % 10 === 1 ? Math.floor(cents(n) / 2) : cents(n));
const money = (amount: number) => amount / 100;
const at = (n: number, days: number) => new Date(FIRST + ((n % 300) + days) * DAY_MS).toISOString();
const contactOf = (n: number) => `c${(n % CUSTOMERS) + 1}`;

function contact(n: number): SandboxRow {
  return {
    id: `c${n}`,
    created_at: at(0, 0),
    updated_at: at(0, 0),
    name: `Customer ${n}`,
    is_customer: true,
    is_active: true,
    currency: 'USD',
    payment_terms: 'NET_30',
    emails: [{ email: `pay${n}@example.com`, type: 'WORK' }],
  };
}

function invoice(n: number): SandboxRow {
  const credit = isCredited(n) ? 1_000 : 0;
  const paid = (isPaid(n) ? paidCents(n) : 0) + credit;
  return {
    id: `i${n}`,
    created_at: at(n, 0),
    updated_at: at(n, 20),
    invoice_number: String(10_000 + n),
    type: 'INVOICE',
    contact_id: contactOf(n),
    posted_at: at(n, 0),
    due_at: at(n, 30),
    currency: 'USD',
    status: paid === 0 ? 'AUTHORIZED' : paid < cents(n) ? 'PARTIALLY_PAID' : 'PAID',
    total_amount: money(cents(n)),
    tax_amount: 0,
    paid_amount: money(paid),
    balance_amount: money(cents(n) - paid),
    lineitems: [
      {
        id: '1',
        item_name: 'Goods',
        unit_quantity: 1,
        unit_amount: money(cents(n)),
        total_amount: money(cents(n)),
      },
    ],
    payments: isPaid(n) ? [{ payment_id: `p${n}`, amount: money(paidCents(n)) }] : [],
  };
}

function payment(n: number): SandboxRow {
  const amount = money(paidCents(n));
  return {
    id: `p${n}`,
    created_at: at(n, 20),
    updated_at: at(n, 20),
    contact_id: contactOf(n),
    paid_at: at(n, 20),
    currency: 'USD',
    total_amount: amount,
    type: 'INVOICE',
    status: 'SUCCEEDED',
    tender_type: 'BANK_TRANSFER',
    reference: `R-${n}`,
    allocations: [{ object_id: `i${n}`, object_type: 'INVOICE', amount, currency: 'USD' }],
  };
}

function creditMemo(n: number): SandboxRow {
  return {
    id: `m${n}`,
    created_at: at(n, 5),
    updated_at: at(n, 5),
    creditmemo_number: `CM-${n}`,
    contact_id: contactOf(n),
    posted_at: at(n, 5),
    currency: 'USD',
    total_amount: 10,
    balance_amount: 0,
    status: 'PAID',
    applications: [{ object_id: `i${n}`, object_type: 'INVOICE', amount: 10 }],
  };
}
