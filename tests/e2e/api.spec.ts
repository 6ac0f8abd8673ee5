import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { closeConnections } from '@/db/client';
import { type Books, bodyOf, createBooks, customerOf, errorOf, invoiceOf } from './api-books';
import { mattersAsked, reportsAsked, webhooksAsked } from './api-matters';
import { papersAsked } from './api-papers';

type Described = Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;

let books: Books;
test.beforeAll(async ({ playwright, baseURL }) => {
  books = await createBooks(await playwright.request.newContext({ baseURL: baseURL ?? '' }));
});
test.afterAll(closeConnections);

const customer = (name: string, more: object = {}) => customerOf(books, name, more);
const invoice = (id: string, amount: string | number, more: object = {}) =>
  invoiceOf(books, id, amount, more);

test('every operation that is described answers as it is described', async ({ request }) => {
  const description = await bodyOf(await request.get('/api/v1/openapi.json'));
  const operations = Object.entries(description.paths as Described).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
  const id = await customer('Described', {
    contacts: [{ name: 'Dana', roles: ['billing'] }],
    credit_limit: '5000',
  });
  const idle = await customer('Idle');
  const twice = await customer('Described again');
  const due = await invoice(id, '1000.00');
  const spare = await invoice(id, 80);
  const { payment_id: payment } = await bodyOf(
    await books.admin.post('/payments', {
      customer_id: id,
      received_on: '2026-02-01',
      amount: 50,
      allocate: 'none',
    }),
    201,
  );
  const {
    allocation_ids: [allocation],
  } = (await bodyOf(
    await books.admin.post('/allocations', { debit_id: due, credit_id: payment, amount: 10 }),
    201,
  )) as { allocation_ids: string[] };
  const { document_id: discount } = await bodyOf(
    await books.admin.post('/discounts', { invoice_id: due, amount: 1, date: '2026-02-02' }),
    201,
  );
  const { late_fee_id: fee } = await bodyOf(
    await books.admin.post('/late-fees', { customer_id: id, amount: 5, date: '2026-03-02' }),
    201,
  );
  const { invoice_id: draft } = await bodyOf(
    await books.admin.post('/invoices', {
      customer_id: id,
      invoice_date: '2026-03-01',
      amount: 5,
      draft: true,
    }),
    201,
  );
  const { invoice_id: idea } = await bodyOf(await books.admin.post('/invoices', { draft: true }), 201);
  const rhythm = {
    customer_id: id,
    lines: [{ description: 'Rent', unit_price: '900.00' }],
    every: 'month',
    starts_on: '2190-01-31',
  };
  const { recurring_id: recurring } = await bodyOf(
    await books.admin.post('/recurring-invoices', rhythm),
    201,
  );
  const { service_id: service } = await bodyOf(
    await books.admin.post('/services', { name: 'Lesson', fee: 40 }),
    201,
  );
  const { beneficiary_id: beneficiary } = await bodyOf(
    await books.admin.post('/beneficiaries', { name: 'Pia', customer_id: id }),
    201,
  );
  const line = { description: 'Hours', quantity: '2.5', unit_price: '99.99', tax_percent: '19' };
  const asked: Record<string, () => ReturnType<Books['admin']['get']>> = {
    getHealth: () => request.get('/api/v1/health'),
    listCustomers: () => books.admin.get('/customers?full=1'),
    createCustomer: () =>
      books.admin.post('/customers', { name: 'New', code: randomUUID().slice(0, 8), tags: ['a'] }),
    getCustomer: () => books.admin.get(`/customers/${id}`),
    updateCustomer: () => books.admin.patch(`/customers/${id}`, { phone: '1', credit_limit: null }),
    archiveCustomer: () => books.admin.post(`/customers/${idle}/archive`),
    getPipelineStatus: () => books.manager.get('/pipeline-status'),
    mergeCustomer: () => books.admin.post(`/customers/${twice}/merge`, { into_id: id, on: '2026-02-28' }),
    unmergeCustomer: () => books.admin.post(`/customers/${twice}/unmerge`),
    restoreCustomer: () => books.admin.post(`/customers/${idle}/restore`),
    listInvoices: () =>
      books.manager.get(`/invoices?customer_id=${id}&start_date=2026-01-01&as_of=2026-03-31`),
    createInvoice: () =>
      books.admin.post('/invoices', {
        customer_id: id,
        invoice_date: '2026-03-01',
        due_date: '2026-03-31',
        lines: [line],
      }),
    getInvoice: () => books.manager.get(`/invoices/${due}?as_of=2026-03-31`),
    voidInvoice: () => books.admin.post(`/invoices/${spare}/void`, { reason: 'Twice' }),
    listPayments: () => books.manager.get('/payments'),
    createPayment: () =>
      books.admin.post('/payments', {
        customer_id: id,
        received_on: '2026-02-10',
        amount: '100.00',
        method: 'Wire',
        reference: 'R-1',
        allocate: [{ invoice_id: due, amount: '60' }],
        short_pay: [{ invoice_id: due, as: 'dispute', reason: 'Damaged' }],
      }),
    createDiscount: () =>
      books.admin.post('/discounts', { invoice_id: due, amount: '1.00', date: '2026-02-10' }),
    getDiscount: () => books.manager.get(`/discounts/${String(discount)}`),
    voidDiscount: () => books.admin.post(`/discounts/${String(discount)}/void`, { reason: 'Wrong' }),
    createLateFee: () =>
      books.admin.post('/late-fees', { invoice_id: due, amount: '2.00', date: '2026-03-10', reason: 'Late' }),
    getLateFee: () => books.manager.get(`/late-fees/${String(fee)}`),
    voidLateFee: () => books.admin.post(`/late-fees/${String(fee)}/void`, { reason: 'Goodwill' }),
    createLateFeeRun: () => books.admin.post('/late-fee-runs', { date: '2026-03-10', interest: true }),
    updateInvoice: () => books.admin.patch(`/invoices/${String(draft)}`, { number: 'D-1', tax: null }),
    postDraft: () => books.admin.post(`/invoices/${String(draft)}/post`),
    deleteInvoice: () => books.admin.delete(`/invoices/${String(idea)}`),
    listRecurringInvoices: () => books.manager.get('/recurring-invoices?limit=5'),
    createRecurringInvoice: () => books.admin.post('/recurring-invoices', rhythm),
    getRecurringInvoice: () => books.manager.get(`/recurring-invoices/${String(recurring)}`),
    pauseRecurring: () => books.admin.post(`/recurring-invoices/${String(recurring)}/pause`),
    resumeRecurring: () => books.admin.post(`/recurring-invoices/${String(recurring)}/resume`),
    updateRecurringInvoice: () =>
      books.admin.patch(`/recurring-invoices/${String(recurring)}`, { terms_days: 14 }),
    endRecurring: () =>
      books.admin.post(`/recurring-invoices/${String(recurring)}/end`, { on: '2190-12-31' }),
    listServices: () => books.manager.get('/services?limit=5'),
    createService: () => books.admin.post('/services', { name: 'Course', fee: '350.00', tax_percent: 7 }),
    getService: () => books.manager.get(`/services/${String(service)}`),
    updateService: () => books.admin.patch(`/services/${String(service)}`, { fee: 45 }),
    deleteService: () => books.admin.delete(`/services/${String(service)}`),
    listBeneficiaries: () => books.manager.get('/beneficiaries'),
    createBeneficiary: () => books.admin.post('/beneficiaries', { name: 'Site 7' }),
    getBeneficiary: () => books.manager.get(`/beneficiaries/${String(beneficiary)}`),
    updateBeneficiary: () => books.admin.patch(`/beneficiaries/${String(beneficiary)}`, { category: 'A' }),
    deleteBeneficiary: () => books.admin.delete(`/beneficiaries/${String(beneficiary)}`),
    getOrganization: () => books.manager.get('/organization'),
    updateOrganization: () => books.admin.patch('/organization', { write_off_limit: '50.00' }),
    getPayment: () => books.manager.get(`/payments/${String(payment)}`),
    createAllocation: () =>
      books.admin.post('/allocations', { debit_id: due, credit_id: payment, amount: '5.50' }),
    undoAllocation: () => books.admin.post(`/allocations/${allocation}/undo`, {}),
    reversePayment: () =>
      books.admin.post(`/payments/${String(payment)}/reverse`, { reason: 'Bounced', on: '2026-02-20' }),
    importFile: () =>
      request.post('/api/v1/imports/customers?dry_run=true', {
        headers: { Authorization: `Bearer ${books.key}`, 'Content-Type': 'text/csv' },
        data: 'Customer code,Name\nI-1,Imported\n',
      }),
    importBankLines: () =>
      request.post('/api/v1/imports/bank-lines?dry_run=true', {
        headers: { Authorization: `Bearer ${books.key}`, 'Content-Type': 'text/csv' },
        data: 'Date,Amount,Payer\n2026-03-01,12.00,Described\n',
      }),
    ...(await papersAsked(books)),
    ...(await mattersAsked(books)),
    ...(await reportsAsked(books)),
    ...(await webhooksAsked(books)),
    getAging: () => books.manager.get('/aging?as_of=2026-03-31&group_by=item'),
    listOpenItems: () => books.manager.get('/open-items?as_of=2026-03-31'),
    getTopCustomers: () => books.manager.get('/top5'),
    getKpis: () => books.manager.get('/kpis?start_date=2026-01-01'),
    getSummaryStats: () => books.manager.get('/summary-stats?as_of=2026-03-31'),
    getAgingDistribution: () => books.manager.get('/aging-distribution'),
    getCustomerBreakdown: () => books.manager.get('/customer-breakdown?limit=5'),
    listActivity: () => books.admin.get(`/activity?limit=20&object=${id}&as_of=2190-01-01`),
    getRiskDashboard: () => books.manager.get('/risk-dashboard'),
    getInvoiceDetails: () => books.manager.get(`/invoice-details/${id}`),
  };
  expect(Object.keys(asked).toSorted()).toEqual(operations.map((each) => each.operationId).toSorted());
  for (const [operationId, ask] of Object.entries(asked)) {
    const operation = operations.find((each) => each.operationId === operationId);
    const [status] = Object.keys(operation?.responses ?? {});
    const body = await bodyOf(await ask(), Number(status));
    const response = operation?.responses[status ?? ''];
    expect(faultsIn(body, response), operationId).toEqual([]);
    // The control: an answer to something else does not pass.
    expect(faultsIn({ other: 1 }, response), operationId).not.toEqual([]);
  }
});

test('money keeps every digit, whatever the currency, and refuses more digits than there are', async () => {
  for (const [currency, amount, text] of [
    ['USD', '1234.5', '1234.50'],
    ['KWD', '0.001', '0.001'],
    ['JPY', 5000, '5000'],
    ['USD', 900_000_000_000, '900000000000.00'],
    ['CLF', '12345678.9012', '12345678.9012'],
  ] as const) {
    const id = await customer(`In ${currency}`, { currency });
    const answer = await books.admin.post('/invoices', {
      customer_id: id,
      invoice_date: '2026-01-05',
      amount,
    });
    expect(await answer.text()).toContain(`"amount":${text},`);
  }
  const id = await customer('Exact');
  for (const amount of ['1.234', 0.001, '1,000.00', '1e3', '0x1', ' ', '1.', 1e21, '９', null, [], '-']) {
    const error = await errorOf(
      await books.admin.post('/invoices', { customer_id: id, invoice_date: '2026-01-05', amount }),
      400,
    );
    expect([amount, error.field]).toEqual([amount, 'amount']);
  }
  for (const [amount, code] of [
    ['-5', 'negative_amount'],
    [900_000_000_001, 'amount_too_large'],
  ] as const)
    expect(
      await errorOf(
        await books.admin.post('/invoices', { customer_id: id, invoice_date: '2026-01-05', amount }),
        422,
      ),
    ).toMatchObject({ code });
});

test('a write is done once per Idempotency-Key, and a repeat gets the very same answer', async () => {
  const id = await customer('Once');
  const body = { customer_id: id, invoice_date: '2026-01-05', amount: '10' };
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => books.admin.post('/invoices', body, key)),
  );
  const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
  expect(texts.size).toBe(1);
  expect(answers.every((answer) => answer.status() === 201)).toBe(true);
  expect(answers.filter((answer) => answer.headers()['idempotency-replayed'] === 'true')).toHaveLength(7);
  await bodyOf(
    await books.admin.post(`/invoices/${JSON.parse([...texts][0] ?? '').invoice_id}/void`, { reason: 'x' }),
  );
  expect(await (await books.admin.post('/invoices', body, key)).text()).toBe([...texts][0]);
  expect(
    await errorOf(await books.admin.post('/invoices', { ...body, amount: '11' }, key), 422),
  ).toMatchObject({
    code: 'request_reused',
  });
  expect(
    await errorOf(
      await books.admin.post('/payments', { customer_id: id, received_on: '2026-01-05', amount: 1 }, key),
      422,
    ),
  ).toMatchObject({ code: 'request_reused' });
  expect(await (await books.admin.get(`/invoices?customer_id=${id}`)).json()).toHaveLength(1);
  expect(await errorOf(await books.admin.post('/invoices', body, 'two words'), 400)).toMatchObject({
    code: 'malformed',
  });
});

test('lists go on where they ended, and a report is of the day asked for', async () => {
  const id = await customer('Paged');
  const made = new Set<string>();
  for (let i = 1; i <= 5; i += 1) made.add(await invoice(id, i, { invoice_date: `2026-01-0${1 + (i % 2)}` }));
  const seen: string[] = [];
  let path = `/invoices?customer_id=${id}&limit=2`;
  for (let page = 0; path && page < 9; page += 1) {
    const answer = await books.admin.get(path);
    seen.push(...((await answer.json()) as { invoice_id: string }[]).map((row) => row.invoice_id));
    path = /<\/api\/v1(.+)>/.exec(answer.headers().link ?? '')?.[1] ?? '';
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen)).toEqual(made);
  const aging = async (day: string) => bodyOf(await books.admin.get(`/aging?as_of=${day}&customer_id=${id}`));
  const nothing = { rows: [], totals: { total: 0 }, tie_out: { difference: 0 } };
  expect(await aging('2025-12-31')).toMatchObject(nothing);
  expect(await aging('2026-02-05')).toMatchObject({
    as_of: '2026-02-05',
    currency: 'USD',
    buckets: ['Current', '1-30', '31-60', '61-90', '91-120', '120+'],
    rows: [{ customer_name: 'Paged', item_count: 5, total: 15 }],
    totals: { buckets: { '1-30': 15 }, credits: 0, total: 15 },
    tie_out: { documents: 15, open_items: 15, difference: 0 },
  });
});

/** Whether an answer is as a response of the description says: checked by a reader of JSON Schema that is not ours. */
function faultsIn(answer: unknown, response: unknown): unknown[] {
  const { content } = response as { content: { 'application/json': { schema: object } } };
  const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
  const validate = ajv.compile(content['application/json'].schema);
  validate(answer);
  return validate.errors ?? [];
}
