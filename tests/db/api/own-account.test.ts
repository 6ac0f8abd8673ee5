import { expect, test } from 'vitest';
import { OPERATIONS } from '@/app/api/v1/_api/registry';
import { getAging, listOpenItems } from '@/app/api/v1/_resources/aging';
import { getStatement } from '@/app/api/v1/_resources/statements';
import { createWorld } from '../../world';
import { ask, askFile } from './asking';

async function books() {
  const w = await createWorld();
  const other = await w.addCustomer('Beta', 'B');
  await w.invoice(10_000, '2026-02-10', { number: 'A-1' });
  await w.invoice(7_000, '2026-02-10', { number: 'B-1', customerId: other });
  await w.pay(2_500, '2026-02-20');
  return { w, other, actor: w.customer() };
}

const MARCH = { as_of: '2026-03-31' };

test("a customer's report has its own row, its own totals, and ties to its own documents", async () => {
  const { w, actor } = await books();
  const all = await ask(w, getAging, { query: MARCH });
  expect(all).toMatchObject({ row_count: 2, totals: { total: 145 } });
  const own = await ask(w, getAging, { query: MARCH, actor });
  expect(own).toMatchObject({
    row_count: 1,
    rows: [{ customer_id: w.customerId, customer_name: 'Acme', total: 75 }],
    totals: { total: 75, buckets: { '31-60': 75 } },
    tie_out: { documents: 75, open_items: 75, difference: 0 },
  });
  const named = await ask(w, getAging, { query: { ...MARCH, customer_id: w.customerId, q: 'ac' }, actor });
  expect(named).toEqual(own);
});

test('a customer reads its open items and its statement, as JSON and as a file, as the business does', async () => {
  const { w, actor } = await books();
  const items = await ask<{ data: object[] }>(w, listOpenItems, { query: MARCH, actor });
  expect(items.data).toEqual([expect.objectContaining({ number: 'A-1', open: 75 })]);
  const asked = {
    params: { customer_id: w.customerId },
    query: { from: '2026-01-01', to: '2026-03-31', kind: 'activity' },
  };
  const theirs = await ask<{ known_at: string }>(w, getStatement, { ...asked, actor });
  expect(theirs).toMatchObject({ opening_balance: 0, closing_balance: 75 });
  const query = { ...asked.query, known_at: theirs.known_at };
  expect(await ask(w, getStatement, { ...asked, query })).toEqual(theirs);
  expect(await askFile(w, getStatement, { ...asked, actor })).toEqual(await askFile(w, getStatement, asked));
});

test('a report of a customer is as it was known', async () => {
  const { w, actor } = await books();
  const then = await ask<{ known_at: string }>(w, getStatement, {
    params: { customer_id: w.customerId },
    query: MARCH,
    actor,
  });
  await w.pay(2_500, '2026-02-21');
  const query = { ...MARCH, known_at: then.known_at };
  expect(await ask(w, getAging, { query, actor })).toMatchObject({ totals: { total: 75 } });
  expect(await ask(w, getAging, { query: MARCH, actor })).toMatchObject({ totals: { total: 50 } });
});

test("another customer's account is not there, and what needs the whole business is refused", async () => {
  const { w, other, actor } = await books();
  const missing = { code: 'not_found' };
  const query = { ...MARCH, customer_id: other };
  await expect(ask(w, getAging, { query, actor })).rejects.toMatchObject(missing);
  await expect(ask(w, listOpenItems, { query, actor })).rejects.toMatchObject(missing);
  await expect(
    ask(w, getStatement, { params: { customer_id: other }, query: {}, actor }),
  ).rejects.toMatchObject(missing);
  for (const more of [
    { group_by: 'parent' },
    { family: 'true' },
    { in_base: 'true' },
    { owner: 'Ada' },
    { group_by: 'tag' },
  ])
    await expect(ask(w, getAging, { query: { ...MARCH, ...more }, actor })).rejects.toMatchObject({
      status: 403,
    });
});

test('of all operations these three are for customers, and the others refuse them', async () => {
  const { w, actor } = await books();
  const own = OPERATIONS.filter((each) => each.may === 'account:read').map((each) => each.id);
  expect(own.toSorted()).toEqual(['getAging', 'getStatement', 'listOpenItems']);
  const kpis = OPERATIONS.find((each) => each.id === 'getKpis');
  await expect(kpis && ask(w, kpis, { actor })).rejects.toMatchObject({ status: 403 });
});
