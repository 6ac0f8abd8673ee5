import type { APIResponse } from '@playwright/test';
import { reportRunList } from '@/db/queries/report-runs';
import { withScope } from '@/db/scope';
import { toPlainDate } from '@/lib/domain/dates';
import { readAgingFilters } from '@/lib/filters';
import { agingCsv } from '../db/aging-csv';
import { type Books, bodyOf, customerOf, invoiceOf } from './api-books';

type Asked = Record<string, () => Promise<APIResponse>>;

/** One asking of each operation about promises, disputes, notes, holds and reminders. */
export async function mattersAsked(books: Books): Promise<Asked> {
  const { admin, manager } = books;
  const customer_id = await customerOf(books, 'Chased');
  const [a, b, c, d] = [
    await invoiceOf(books, customer_id, 100),
    await invoiceOf(books, customer_id, 100),
    await invoiceOf(books, customer_id, 100),
    await invoiceOf(books, customer_id, 100),
  ];
  const made = async (path: string, body: object) => bodyOf(await admin.post(path, body), 201);
  const { promise_id: promise } = await made('/promises', {
    customer_id,
    amount: 5,
    promised_for: '2026-03-01',
    promised_on: '2026-02-01',
  });
  const { dispute_id: dispute } = await made('/disputes', { invoice_id: a, reason: 'Damaged' });
  const { hold_id: hold } = await made('/holds', { customer_id, document_id: b, reason: 'Agreed' });
  const letter = { customer_id, date: '2026-03-10', invoice_ids: [c], fee: '5.00' };
  await admin.patch('/reminder-policy', { by_hand: true });
  const { reminders } = (await made('/reminder-runs', { date: '2026-03-05' })) as {
    reminders: [{ reminder_id: string }];
  };
  const { reminder_id: sent } = await made('/reminders', letter);
  const { reminder_id: withdrawn } = await made('/reminders', { ...letter, invoice_ids: [d] });
  return {
    createPromise: () =>
      admin.post('/promises', {
        customer_id,
        invoice_id: b,
        amount: '20.00',
        promised_for: '2026-04-01',
        promised_on: '2026-03-01',
      }),
    listPromises: () => manager.get(`/promises?customer_id=${customer_id}`),
    cancelPromise: () => admin.patch(`/promises/${String(promise)}`, { cancelled: true }),
    createDispute: () => admin.post('/disputes', { invoice_id: b, amount: 10, reason: 'Short delivery' }),
    listDisputes: () => manager.get(`/disputes?invoice_id=${a}`),
    resolveDispute: () =>
      admin.patch(`/disputes/${String(dispute)}`, { resolved: true, resolution: 'Replaced' }),
    createNote: () => admin.post('/notes', { customer_id, document_id: b, text: 'Called' }),
    listNotes: () => manager.get(`/notes?customer_id=${customer_id}`),
    createHold: () => admin.post('/holds', { customer_id, kind: 'credit', reason: 'Over the limit' }),
    listHolds: () => manager.get(`/holds?customer_id=${customer_id}`),
    releaseHold: () => admin.post(`/holds/${String(hold)}/release`),
    getReminderPolicy: () => manager.get('/reminder-policy'),
    updateReminderPolicy: () =>
      admin.patch('/reminder-policy', {
        steps: [1, 14],
        minimums: { USD: '10.00' },
        overdue_states: [{ name: 'OD1', unpaid_count_at_least: 1 }],
      }),
    createReminder: () => admin.post('/reminders', { customer_id, date: '2026-03-11', invoice_ids: [b] }),
    getReminder: () => manager.get(`/reminders/${String(sent)}`),
    listReminders: () => manager.get(`/reminders?customer_id=${customer_id}`),
    sendReminder: () => admin.post(`/reminders/${reminders[0].reminder_id}/send`),
    chargeReminder: () => admin.post(`/reminders/${String(sent)}/charge`),
    withdrawReminder: () => admin.post(`/reminders/${String(withdrawn)}/withdraw`, { reason: 'Too early' }),
    createReminderRun: () => admin.post('/reminder-runs', { date: '2026-03-20' }),
    getReminderState: () => manager.get(`/customers/${customer_id}/reminder-state`),
    getOverdueState: () => manager.get(`/customers/${customer_id}/overdue-state?on=2026-03-20`),
  };
}

/** One asking of each operation about webhooks. */
export async function webhooksAsked({ admin }: Books): Promise<Asked> {
  const body = { url: 'https://example.com/hooks', events: ['invoice.paid', 'payment.recorded'] };
  const made = await bodyOf(await admin.post('/webhook-endpoints', body), 201);
  const gone = await bodyOf(await admin.post('/webhook-endpoints', body), 201);
  const path = `/webhook-endpoints/${String(made.webhook_endpoint_id)}`;
  return {
    listWebhookEndpoints: () => admin.get('/webhook-endpoints'),
    createWebhookEndpoint: () => admin.post('/webhook-endpoints', body),
    updateWebhookEndpoint: () => admin.patch(path, { paused: true }),
    deleteWebhookEndpoint: () => admin.delete(`/webhook-endpoints/${String(gone.webhook_endpoint_id)}`),
    testWebhookEndpoint: () => admin.post(`${path}/test`),
    listWebhookDeliveries: () => admin.get(`${path}/deliveries?limit=5`),
  };
}

/** One asking of each operation about exchange rates, statements, measures, figures and reports that were taken. */
export async function reportsAsked(books: Books): Promise<Asked> {
  const { admin, manager, actor } = books;
  const customer_id = await customerOf(books, 'Reported');
  const invoice = await invoiceOf(books, customer_id, 100);
  await bodyOf(await admin.post(`/invoices/${invoice}/void`, { reason: 'Twice' }));
  await bodyOf(await admin.post('/credit-memos', { customer_id, date: '2026-01-20', amount: 10 }), 201);
  await invoiceOf(books, customer_id, 80);
  const asOf = toPlainDate('2026-03-31');
  const { filters } = readAgingFilters({ asOf }, actor.org, asOf);
  await agingCsv(actor, filters, 'items');
  const run = await withScope(actor, 'read', async (tx) => {
    const [taken] = await reportRunList(tx, { limit: 1, offset: 0 });
    return taken?.id ?? '';
  });
  return {
    createExchangeRates: () =>
      admin.post('/exchange-rates', {
        rates: [
          { currency: 'EUR', date: '2026-01-01', rate: '1.0842', source: 'ECB' },
          { currency: 'JPY', date: '2026-01-01', quote: '1 USD = 156.2 JPY' },
        ],
      }),
    listExchangeRates: () => manager.get('/exchange-rates?currency=EUR'),
    getExchangeDifferences: () => manager.get('/exchange-differences?from=2026-01-01&to=2026-03-31'),
    getStatement: () => manager.get(`/statements/${customer_id}?kind=activity&from=2026-01-01&to=2026-03-31`),
    getForecast: () => manager.get('/forecast?as_of=2026-03-31&weeks=4'),
    getMeasures: () => manager.get('/measures?as_of=2026-03-31&months=3'),
    getAccountFigures: () => manager.get(`/account-figures?customer_id=${customer_id}`),
    applyCustomerCredit: () => admin.post(`/customers/${customer_id}/apply-credit`),
    restoreInvoice: () => admin.post(`/invoices/${invoice}/restore`),
    listReportRuns: () => manager.get('/report-runs'),
    getReportRun: () => manager.get(`/report-runs/${run}`),
    getReportRunFile: () => manager.get(`/report-runs/${run}/file`),
    getReportRunChanges: () => manager.get(`/report-runs/${run}/changes`),
  };
}
