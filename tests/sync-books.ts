import type { SandboxBooks, SandboxObject, SandboxRow } from '@/scripts/sandbox/books';

const DAY = (day: string) => `${day}T00:00:00.000Z`;

/**
 * Small books with what is peculiar in such books: a part-paid invoice, one with a deposit and no payment, one that a credit memo paid
 * through a payment of nothing, one in another currency, a void one, money and credit that nothing took.
 */
export function smallBooks(): SandboxBooks {
  const rows: Record<SandboxObject, SandboxRow[]> = {
    organization: [{ id: 'o', name: 'Elsewhere Ltd', currency: 'USD', timezone: 'America/New_York' }],
    contact: [
      contact('1', 'Quay Bakery'),
      contact('2', 'Mason Builders'),
      contact('3', 'Linden Optik', 'EUR'),
    ],
    invoice: [
      invoice('101', '1', 500, 200, {
        payments: [{ payment_id: '201', amount: 300 }],
        status: 'PARTIALLY_PAID',
      }),
      invoice('102', '2', 1200, 1000, { tax_amount: 100, sub_total_amount: 1100 }),
      invoice('103', '2', 640, 580, { payments: [{ payment_id: '203', amount: 60 }] }),
      invoice('104', '3', 800, 400, {
        currency: 'EUR',
        exchange_rate: 1.05,
        payments: [{ payment_id: '204', amount: 400 }],
      }),
      invoice('105', '1', 0, 0, { status: 'VOIDED', cancelled_at: DAY('2025-02-15') }),
      invoice('106', '1', 75.5, 75.5),
    ],
    creditmemo: [
      creditMemo('301', '2', 100, 40, [
        { object_id: '103', object_type: 'INVOICE', amount: 60, applied_at: DAY('2025-02-05') },
      ]),
      creditMemo('302', '1', 20, 20, []),
    ],
    payment: [
      payment('201', '1', 300, [part('INVOICE', '101', 300)]),
      payment('202', '1', 150, []),
      payment('203', '2', 0, [part('INVOICE', '103', 60), part('CREDITMEMO', '301', 60)]),
      payment('204', '3', 400, [part('INVOICE', '104', 400)], { currency: 'EUR', exchange_rate: 1.08 }),
    ],
  };
  return { connectionId: 'small', rows };
}

/** The same with an invoice of a customer that they do not have. */
export function followedBooks(): SandboxBooks {
  const books = smallBooks();
  books.rows.invoice.push(invoice('107', 'unheard-of', 90, 90));
  return books;
}

/** What is owed by these books, net of credit, in cents by currency. */
export const SMALL_OWED = { USD: 164_550, EUR: 40_000 } as const;

const at = { created_at: '2025-01-01T08:00:00.000Z', updated_at: '2025-03-01T08:00:00.000Z' };

function contact(id: string, name: string, currency = 'USD'): SandboxRow {
  return {
    id,
    ...at,
    name,
    is_customer: true,
    currency,
    payment_terms: 'NET_30',
    emails: [{ email: `pay@${id}.example` }],
  };
}

function invoice(id: string, contactId: string, total: number, open: number, more: object = {}): SandboxRow {
  return {
    id,
    ...at,
    invoice_number: `N-${id}`,
    type: 'INVOICE',
    contact_id: contactId,
    posted_at: DAY('2025-01-10'),
    due_at: DAY('2025-02-09'),
    currency: 'USD',
    status: 'AUTHORIZED',
    total_amount: total,
    tax_amount: 0,
    paid_amount: total - open,
    balance_amount: open,
    lineitems: [],
    ...more,
  };
}

function creditMemo(
  id: string,
  contactId: string,
  total: number,
  open: number,
  applications: object[],
): SandboxRow {
  const amounts = { currency: 'USD', total_amount: total, balance_amount: open, status: 'AUTHORIZED' };
  const named = { creditmemo_number: `C-${id}`, contact_id: contactId, posted_at: DAY('2025-02-01') };
  return { id, ...at, ...named, ...amounts, applications };
}

function payment(
  id: string,
  contactId: string,
  total: number,
  allocations: object[],
  more: object = {},
): SandboxRow {
  const money = {
    currency: 'USD',
    total_amount: total,
    type: 'INVOICE',
    status: 'SUCCEEDED',
    tender_type: 'CHECK',
  };
  return { id, ...at, contact_id: contactId, paid_at: DAY('2025-02-20'), ...money, allocations, ...more };
}

function part(type: string, id: string, amount: number) {
  return { object_id: id, object_type: type, amount, allocated_at: DAY('2025-02-20') };
}
