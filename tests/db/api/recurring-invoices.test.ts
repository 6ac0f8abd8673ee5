import { expect, test } from 'vitest';
import {
  createRecurringInvoice,
  endRecurring,
  getRecurringInvoice,
  listRecurringInvoices,
  pauseRecurring,
  resumeRecurring,
} from '@/app/api/v1/_resources/recurring-invoices';
import { createService, deleteService, getService } from '@/app/api/v1/_resources/services';
import { postDueRecurring } from '@/db/commands/post-due-recurring';
import { createWorld, day } from '../../world';
import { ask } from './asking';

const TODAY = { today: day('2026-03-15') };
const of = (id: unknown, body: object = {}) => ({ params: { id: String(id) }, body, ...TODAY });

test('an invoice that repeats is begun, shows its next dates, is paused, resumed and ended', async () => {
  const w = await createWorld();
  const { service_id } = await ask(w, createService, { body: { name: 'Rent', fee: 900 } });
  const body = {
    customer_id: w.customerId,
    lines: [{ service_id }],
    every: 'month',
    starts_on: '2026-03-31',
  };
  const made = await ask(w, createRecurringInvoice, { body, ...TODAY });
  expect(made).toMatchObject({
    state: 'active',
    amount: 900,
    next_on: '2026-03-31',
    billed: [],
    terms_days: null,
  });
  expect((made.next_dates as string[]).slice(0, 3)).toEqual(['2026-03-31', '2026-04-30', '2026-05-31']);
  const id = made.recurring_id;
  const paused = await ask(w, pauseRecurring, of(id));
  expect(paused).toMatchObject({ state: 'paused', paused_on: '2026-03-15', next_on: null });
  expect(await ask(w, resumeRecurring, of(id, { on: '2026-04-01' }))).toMatchObject({
    state: 'active',
    billed: [{ date: '2026-03-31', invoice_id: null }],
    next_on: '2026-04-30',
  });
  await w.write((tx) => postDueRecurring(tx, w.admin, { today: day('2026-04-30') }));
  expect(await ask(w, getRecurringInvoice, { ...of(id), actor: w.manager })).toMatchObject({
    billed: [{ date: '2026-04-30', number: 'INV-00001' }, { date: '2026-03-31' }],
    next_dates: expect.arrayContaining(['2026-05-31']),
  });
  const ended = await ask(w, endRecurring, of(id, { on: '2026-05-31' }));
  expect(ended).toMatchObject({ ends_on: '2026-05-31', next_dates: ['2026-05-31'] });
  // A service that a rhythm bills is kept, and goes on being billed.
  expect(await ask(w, deleteService, of(service_id))).toMatchObject({ deleted: false });
  expect(await ask(w, getService, of(service_id))).toMatchObject({ active: false });
  const { posted } = await w.write((tx) => postDueRecurring(tx, w.admin, { today: day('2026-12-31') }));
  expect(posted).toMatchObject([{ periodOn: '2026-05-31' }]);
  expect(await ask(w, getRecurringInvoice, { ...of(id), today: day('2026-06-01') })).toMatchObject({
    state: 'ended',
    next_dates: [],
  });
});

test('they are listed by customer, the newest first, page by page', async () => {
  const w = await createWorld();
  const other = await w.addCustomer('Beta');
  const lines = [{ description: 'Rent', unit_price: 1 }];
  const ids = [];
  for (const customer_id of [w.customerId, other, other]) {
    const body = { customer_id, lines, every: 'week', starts_on: '2026-03-31' };
    ids.push((await ask(w, createRecurringInvoice, { body, ...TODAY })).recurring_id);
  }
  const page = async (query: Record<string, string>) => {
    const { data, next_cursor } = await ask(w, listRecurringInvoices, { query, ...TODAY });
    return [(data as { recurring_id: string }[]).map((row) => row.recurring_id), next_cursor] as const;
  };
  const [newest, cursor] = await page({ limit: '2' });
  expect(newest).toEqual([ids[2], ids[1]]);
  expect(await page({ limit: '2', cursor: String(cursor) })).toEqual([[ids[0]], null]);
  expect(await page({ customer_id: w.customerId })).toEqual([[ids[0]], null]);
});
