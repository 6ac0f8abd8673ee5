import { expect, test } from 'vitest';
import { archiveCustomer } from '@/db/commands/archive-customer';
import { replaceContacts } from '@/db/commands/replace-contacts';
import { restoreCustomer } from '@/db/commands/restore-customer';
import { type UpdateCustomer, updateCustomer } from '@/db/commands/update-customer';
import { customerById } from '@/db/queries/customers';
import { toMinor } from '@/lib/domain/money';
import { createWorld, owner, refusalOf } from '../world';
import type { World } from './report-at';

const update = (w: World, changes: Partial<UpdateCustomer>) =>
  w.write((tx) => updateCustomer(tx, w.admin, { customerId: w.customerId, ...changes }));
const archive = (w: World, customerId = w.customerId) =>
  w.write((tx) => archiveCustomer(tx, w.admin, { customerId }));
const restore = (w: World) => w.write((tx) => restoreCustomer(tx, w.admin, { customerId: w.customerId }));
const verbs = async (w: World) =>
  (await owner`select verb from activity where org_id = ${w.org.id} order by sequence`).map(
    (row) => row.verb,
  );

test('only what is named changes, and the log tells what it was before', async () => {
  const w = await createWorld();
  await update(w, { code: 'A-1', email: 'ap@acme.example', creditLimitMinor: toMinor(500), tags: ['vip'] });
  const { changed } = await update(w, { code: 'A-1', email: null, name: 'Acme Ltd' });
  expect(changed).toEqual(['name', 'email']);
  expect(await w.read((tx) => customerById(tx, w.customerId))).toMatchObject({
    name: 'Acme Ltd',
    code: 'A-1',
    email: null,
    creditLimitMinor: 500,
    tags: ['vip'],
  });
  expect((await update(w, { name: 'Acme Ltd' })).changed).toEqual([]);
  const deeds =
    await owner`select before, after from activity where org_id = ${w.org.id} and verb = 'customer_updated'
    order by sequence`;
  expect(deeds).toHaveLength(2);
  expect(deeds[1]).toEqual({
    before: { email: 'ap@acme.example', name: 'Acme' },
    after: { email: null, name: 'Acme Ltd' },
  });
});

test('a code that another customer has, an unknown parent, and a circle of parents are refused', async () => {
  const w = await createWorld();
  const beta = await w.addCustomer('Beta', 'B');
  const gamma = await w.addCustomer('Gamma', 'C');
  const stranger = await createWorld();
  expect(await refusalOf(update(w, { code: 'B' }))).toBe('duplicate');
  expect(await refusalOf(update(w, { parentId: stranger.customerId }))).toBe('not_found');
  await update(w, { parentId: beta });
  await update(w, { customerId: beta, parentId: gamma });
  expect(await refusalOf(update(w, { customerId: gamma, parentId: w.customerId }))).toBe('invalid');
  expect(await refusalOf(update(w, { parentId: w.customerId }))).toBe('invalid');
  expect(await refusalOf(update(w, { customerId: stranger.customerId, name: 'Mine' }))).toBe('not_found');
});

test('a customer that owes, or has money on account, is not archived', async () => {
  const w = await createWorld();
  await w.invoice(1_000, '2026-01-10');
  expect(await refusalOf(archive(w))).toBe('customer_owes');
  await w.pay(1_500, '2026-01-11');
  expect(await refusalOf(archive(w))).toBe('customer_owes');
  await w.invoice(500, '2026-01-12');
  await w.pay(1, '2026-01-12', { useCredit: true });
  expect(await refusalOf(archive(w))).toBe('customer_owes');
});

test('an archived customer takes no documents until it is restored; archiving twice is noted once', async () => {
  const w = await createWorld();
  await archive(w);
  await archive(w);
  expect(await refusalOf(w.invoice(1_000, '2026-01-10'))).toBe('customer_archived');
  await restore(w);
  await restore(w);
  await w.invoice(1_000, '2026-01-10');
  expect(await verbs(w)).toEqual([
    'customer_created',
    'customer_archived',
    'customer_restored',
    'invoice_posted',
  ]);
  const stranger = await createWorld();
  expect(await refusalOf(archive(w, stranger.customerId))).toBe('not_found');
});

test('archiving waits for an invoice that is being posted: never both', async () => {
  const w = await createWorld();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, (_, i) => (i % 2 ? archive(w) : w.invoice(100, '2026-01-10'))),
  );
  const [row] =
    await owner`select archived_at is not null as archived, (select count(*)::int from open_items i
    where i.customer_id = c.id and open_minor <> 0) as open from customers c where id = ${w.customerId}`;
  expect(row?.archived && row.open > 0).toBe(false);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ name: 'Refusal' });
});

test('the people of a customer are replaced as a whole', async () => {
  const w = await createWorld();
  const people = (list: Parameters<typeof replaceContacts>[2]['people']) =>
    w.write((tx) => replaceContacts(tx, w.admin, { customerId: w.customerId, people: list }));
  await people([{ name: 'Dana', email: 'dana@acme.example', roles: ['billing', 'payer'] }, { name: 'Abe' }]);
  await people([{ name: 'Dana', phone: '1' }]);
  const customer = await w.read((tx) => customerById(tx, w.customerId));
  expect(customer?.contacts).toMatchObject([{ name: 'Dana', email: null, phone: '1', roles: [] }]);
  await people([]);
  expect((await w.read((tx) => customerById(tx, w.customerId)))?.contacts).toEqual([]);
});
