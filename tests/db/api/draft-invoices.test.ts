import { expect, test } from 'vitest';
import { deleteInvoice, postDraft, updateInvoice } from '@/app/api/v1/_resources/draft-invoices';
import { createInvoice, getInvoice, listInvoices, voidInvoice } from '@/app/api/v1/_resources/invoices';
import { createWorld, owner, refusalOf } from '../../world';
import { ask } from './asking';

type World = Awaited<ReturnType<typeof createWorld>>;
const of = (id: unknown, body: object = {}) => ({ params: { id: String(id) }, body });
const draft = async (w: World, more: object = {}) =>
  (await ask(w, createInvoice, { body: { draft: true, ...more } })).invoice_id;
const READY = {
  invoice_date: '2026-03-01',
  terms_days: 30,
  lines: [{ description: 'Work', unit_price: 100 }],
};
const documents = async (w: World) =>
  (await owner`select number from documents where org_id = ${w.org.id} order by number`).map(
    (row) => row.number,
  );

test('a draft is kept with whatever is known, changed field by field, and owes nothing', async () => {
  const w = await createWorld();
  const id = await draft(w, { lines: [{ description: 'Work' }] });
  expect(await ask(w, getInvoice, { params: { id: String(id) }, actor: w.manager })).toMatchObject({
    invoice_id: id,
    status: 'draft',
    customer_id: null,
    currency: 'USD',
    content: { lines: [{ description: 'Work', quantity: '1' }] },
  });
  const more = { customer_id: w.customerId, invoice_date: '2026-03-01', number: 'X-1', currency: 'EUR' };
  expect(await ask(w, updateInvoice, of(id, more))).toMatchObject({
    customer_name: 'Acme',
    currency: 'EUR',
    content: { ...more, lines: [{ description: 'Work' }] },
  });
  const { content } = await ask(w, updateInvoice, of(id, { number: null, lines: [] }));
  expect(content).toEqual({
    customer_id: w.customerId,
    invoice_date: '2026-03-01',
    currency: 'EUR',
    lines: [],
  });
  expect(await documents(w)).toEqual([]);
});

test('drafts are listed apart, the newest first, page by page; the list of invoices knows none', async () => {
  const w = await createWorld();
  const [first, second] = [await draft(w), await draft(w, { customer_id: w.customerId })];
  await w.invoice(100, '2026-03-01');
  const page = async (query: Record<string, string>) => {
    const { data, next_cursor } = await ask(w, listInvoices, { query: { draft: '1', ...query } });
    return [(data as { invoice_id: string }[]).map((row) => row.invoice_id), next_cursor] as const;
  };
  const [newest, cursor] = await page({ limit: '1' });
  expect(newest).toEqual([second]);
  expect(await page({ limit: '1', cursor: String(cursor) })).toEqual([[first], null]);
  expect(await page({ customer_id: w.customerId })).toEqual([[second], null]);
  expect(await ask(w, listInvoices, { query: {} })).toHaveLength(1);
});

test('posting a draft gives it its number and keeps its id; it is then no draft any more', async () => {
  const w = await createWorld();
  const id = await draft(w, { customer_id: w.customerId, ...READY });
  await w.invoice(100, '2026-03-01');
  expect(await ask(w, postDraft, of(id))).toMatchObject({
    invoice_id: id,
    number: 'INV-00002',
    status: 'open',
    amount: 100,
    due_date: '2026-03-31',
    source: 'api',
  });
  expect(await ask(w, getInvoice, { params: { id: String(id) } })).toMatchObject({ number: 'INV-00002' });
  for (const operation of [postDraft, updateInvoice, deleteInvoice])
    expect(await refusalOf(ask(w, operation, of(id)))).toBe('already_posted');
  expect(await ask(w, listInvoices, { query: { draft: '1' } })).toMatchObject({ data: [] });
});

test('a draft that is not complete, or that the rules refuse, stays a draft', async () => {
  const w = await createWorld();
  const id = await draft(w, { customer_id: w.customerId });
  expect(await refusalOf(ask(w, postDraft, of(id)))).toBe('draft_incomplete');
  await ask(w, updateInvoice, of(id, READY));
  await ask(w, updateInvoice, of(id, { lines: [{ description: 'Work' }] }));
  expect(await refusalOf(ask(w, postDraft, of(id)))).toBe('invalid');
  await owner`update organizations set locked_on = '2026-03-31' where id = ${w.org.id}`;
  await ask(w, updateInvoice, of(id, { lines: READY.lines }));
  expect(await refusalOf(ask(w, postDraft, of(id)))).toBe('period_locked');
  expect(await ask(w, getInvoice, { params: { id: String(id) } })).toMatchObject({ status: 'draft' });
  await ask(w, updateInvoice, of(id, { invoice_date: '2026-04-01' }));
  expect(await ask(w, postDraft, of(id))).toMatchObject({ number: 'INV-00001' });
});

test('ten people posting one draft at once post one invoice', async () => {
  const w = await createWorld();
  const id = await draft(w, { customer_id: w.customerId, ...READY });
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => ask(w, postDraft, of(id))));
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'already_posted' });
  expect(await documents(w)).toEqual(['INV-00001']);
});

test('a draft can be thrown away, once, and has nothing to void', async () => {
  const w = await createWorld();
  const id = await draft(w, { customer_id: w.customerId, ...READY });
  expect(await refusalOf(ask(w, voidInvoice, of(id, { reason: 'x' })))).toBe('not_found');
  expect(await ask(w, deleteInvoice, of(id))).toEqual({ invoice_id: id, deleted: true });
  expect(await refusalOf(ask(w, deleteInvoice, of(id)))).toBe('not_found');
  expect(await refusalOf(ask(w, postDraft, of(id)))).toBe('not_found');
  expect(await documents(w)).toEqual([]);
});

test("another business's draft and customer look as if they were not there", async () => {
  const [w, stranger] = [await createWorld(), await createWorld()];
  const id = await draft(w, { customer_id: w.customerId, ...READY });
  for (const operation of [postDraft, updateInvoice, deleteInvoice])
    expect(await refusalOf(ask(stranger, operation, of(id)))).toBe('not_found');
  expect(await refusalOf(ask(stranger, getInvoice, { params: { id: String(id) } }))).toBe('not_found');
  expect(await refusalOf(draft(stranger, { customer_id: w.customerId }))).toBe('not_found');
});

test('a draft is refused what no invoice has, and an invoice without draft still needs everything', async () => {
  const w = await createWorld();
  const malformed = (body: object) =>
    expect(ask(w, createInvoice, { body })).rejects.toMatchObject({ status: 400 });
  await malformed({ draft: true, colour: 'red' });
  await malformed({ draft: true, invoice_date: 'soon' });
  await malformed({ draft: 'yes', ...READY });
  await malformed({ draft: false, ...READY });
  await malformed({ customer_id: w.customerId, amount: 1 });
});
